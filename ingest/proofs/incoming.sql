-- The file's own months: money, downloads and monthly users, one row an app, metric, series and
-- month. A month stated by its days is whole only when every day of it is there.
create or replace temp table stated as
with figure as (
    select
        *, cast(date_trunc('month', period_start) as date) as month
    from read_parquet(getvariable('files'))
    where kind in ('estimate', 'reported') and (
        (grain in ('day', 'month') and (
            unit = 'downloads' or basis in ('gross', 'net_of_store', 'recognised', 'cash')))
        or (grain = 'month' and unit = 'users'))
),

part as (
    select
        app_id, metric, platform, country, unit, basis, grain, month,
        sum(value) as value,
        bit_count(bit_or(cast(1 as bigint) << (extract(day from period_start) - 1))) as days_said,
        datediff('day', min(period_start), max(period_start)) + 1 as days_spanned,
        least(max(period_end), max(as_of)) as covered_through,
        max(as_of) as as_of,
        max(source_id) as source_id
    from figure
    group by all
)

select
    *,
    -- A store's report has a row only for days with a sale: what a day brought cannot be told then.
    grain = 'month' or days_said >= 0.9 * days_spanned as gapless,
    case when grain = 'day' then days_said else datediff('day', month, covered_through) + 1 end
        as days,
    case when grain = 'day' then days_said = extract(day from last_day(month))
        else covered_through >= last_day(month) end as whole
from part;

create or replace temp table incoming as
select app_id, metric, platform, country, unit, basis, grain, month, value, as_of, source_id
from stated
where whole;

-- The last three months of the file that are stated by days, day by day.
create or replace temp table incoming_days as
select app_id, metric, platform, country, unit, basis, period_start as day, max(value) as value
from read_parquet(getvariable('files'))
where grain = 'day' and kind in ('estimate', 'reported')
    and (unit = 'downloads' or basis in ('gross', 'net_of_store', 'recognised', 'cash'))
    and period_start > (
        select max(period_start) from read_parquet(getvariable('files')) where grain = 'day'
    ) - interval 92 day
group by all
;

-- Caveats of the file's figures, with how many have each.
create or replace temp table incoming_notes as
select app_id, metric, platform, note, max(period_end) as last, count(*) as n
from read_parquet(getvariable('files'))
group by all
