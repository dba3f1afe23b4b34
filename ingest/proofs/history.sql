-- A list is looked for in month_sums before months are made of it, a query after.
set variable apps = (select list(distinct app_id) from stated);
set variable sources = (select list(distinct source_id) from stated);

-- What any source says of the same apps.
create or replace temp table known_months as
from mart.source_months
where list_contains(getvariable('apps'), app_id);

-- What is known of the same apps: whole months that the file's own source said, and for what it
-- never said those that readers see of another, real ones only.
create or replace temp table history as
with own as (
    select
        app_id, metric, platform, country, unit, basis, month, source_id,
        arg_max(value, as_of) as value, max(as_of) as as_of, arg_max(snapshot_id, as_of) as snapshot_id
    from known_months
    where complete and value > 0 and list_contains(getvariable('sources'), source_id)
    group by all
)

select app_id, metric, platform, country, unit, basis, month, value, as_of, source_id, snapshot_id, true as own
from own
union all
select
    app_id, metric, platform, country, unit, basis, month, value, as_of, source_id, snapshot_id,
    false
from mart.monthly as m
where complete and kind = 'estimate' and not illustrative and value > 0
    and list_contains(getvariable('apps'), app_id)
    and not exists (
        select 1 from own as o
        where o.app_id = m.app_id and o.metric = m.metric and o.unit = m.unit and o.basis = m.basis
    );

-- The same months as other sources say them; invented ones beside invented ones only.
create or replace temp table others as
select
    m.app_id, m.metric, m.platform, m.country, m.unit, m.basis, m.month, m.source_id,
    arg_max(m.value, m.as_of) as value
from known_months as m
join raw.source as s on s.source_id = m.source_id
where m.complete and m.value > 0
    and not list_contains(getvariable('sources'), m.source_id)
    and (not s.illustrative or exists (
        select 1 from raw.source as i
        where i.illustrative and i.source_id in (select distinct source_id from stated)))
group by all;

-- What a day of each month brought by the source itself, where days without a row are few; and its
-- days as it said them.
create or replace temp table known_parts as
select
    app_id, metric, platform, country, unit, basis, month,
    cast(arg_max(value / (datediff('day', covered_from, covered_through) + 1), as_of) as double)
        as a_day
from known_months
where value > 0 and unit <> 'users'
    and (grain <> 'day' or days >= 0.9 * (datediff('day', covered_from, covered_through) + 1))
    and list_contains(getvariable('sources'), source_id)
group by all;

set variable first_day = (select min(day) - 1 from incoming_days);
set variable last_day = (select max(day) + 1 from incoming_days);

create or replace temp table known_days as
select
    app_id, metric, platform, country, unit, basis, period_start as day,
    arg_max(value, as_of) as value
from raw.observation
where grain = 'day' and list_contains(getvariable('sources'), source_id)
    and list_contains(getvariable('apps'), app_id)
    and period_start between getvariable('first_day') and getvariable('last_day')
group by all;

-- Each month as it was ever said by the source.
create or replace temp table vintages as
select
    app_id, metric, platform, country, unit, basis, period_start as month, value, as_of
from raw.observation
where grain = 'month' and list_contains(getvariable('sources'), source_id)
    and list_contains(getvariable('apps'), app_id)
;

-- The last whole month of the source, whatever the app, and how many files it came in: one of the
-- last three that have a series of every day or a statement of the month.
set variable last_months = (
    select list(month order by month desc)[:3]
    from (
        select distinct month from mart.month_sums
        where list_contains(getvariable('sources'), source_id)
            and (days = extract(day from last_day(month)) or last_end >= last_day(month))
    )
);

create or replace temp table usual as
select
    app_id, metric, platform, country, unit, basis, month, value,
    min(snapshot_id) over () = max(snapshot_id) over () as in_one_file
from (
    from mart.source_months
    where complete and value > 0
        and list_contains(getvariable('sources'), source_id)
        and list_contains(getvariable('last_months'), month)
    qualify month = max(month) over ()
);

-- Caveats of what the source said of the year before the file's last period.
create or replace temp table known_notes as
select app_id, metric, platform, note, count(*) as n
from raw.observation
where list_contains(getvariable('sources'), source_id)
    and app_id in (select distinct app_id from incoming_notes)
    and period_start > (select max(last) from incoming_notes) - interval 400 day
group by all
