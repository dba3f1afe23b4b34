-- One running month of a series of days: its days so far against the same days of the month before.
-- Only where the days run from the first of the month without a gap, and the month before has them all.
-- parts: app_id, metric
with running as (
    select
        source_id, app_id, metric, platform, country, unit, basis, kind, scope, month, value,
        days_covered, derived,
        cast(month - interval 1 month as date) as month_before
    from monthly
    where grain = 'day' and not complete and covered_from = month
      and days_covered = datediff('day', month, covered_through) + 1
),

-- Most months have each day once; of these the days themselves are the ones that stand.
stated_once as (
    select r.*
    from running as r
    join month_sums as m
        on m.source_id = r.source_id and m.app_id = r.app_id and m.metric = r.metric
        and m.platform = r.platform and m.country = r.country and m.unit = r.unit
        and m.basis = r.basis and m.kind = r.kind and m.scope is not distinct from r.scope
        and m.month = r.month_before
    where not r.derived and m.grain = 'day' and m.statements = m.days
),

recent_day as (
    select
        source_id, app_id, metric, platform, country, unit, basis, kind, scope, period_start, value,
        cast(date_trunc('month', period_start) as date) as month
    from known
    where grain = 'day' and kind in ('estimate', 'reported')
      and period_start >= (select min(month_before) from running)
      and period_start < (select max(month) from running)
),

-- The days of the month before, each once, as they are known.
before_day as (
    select r.*, k.period_start, k.value as value_of_day
    from stated_once as r
    join recent_day as k
        on k.source_id = r.source_id and k.app_id = r.app_id and k.metric = r.metric
        and k.platform = r.platform and k.country = r.country and k.unit = r.unit
        and k.basis = r.basis and k.kind = r.kind and k.scope is not distinct from r.scope
        and k.month = r.month_before
    union all
    select r.*, k.period_start, k.value
    from running as r
    join repeated as k
        on k.source_id = r.source_id and k.app_id = r.app_id and k.metric = r.metric
        and k.platform = r.platform and k.country = r.country and k.unit = r.unit
        and k.basis = r.basis and k.kind = r.kind and k.scope is not distinct from r.scope
        and k.grain = 'day' and k.month = r.month_before and k.stands
    where not r.derived
),

before as (
    select
        source_id, app_id, metric, platform, country, unit, basis, month,
        sum(value_of_day) as value, count(*) as days
    from before_day
    where extract(day from period_start) <= days_covered
    group by source_id, app_id, metric, platform, country, unit, basis, month
),

compared as (
    select r.*, case when b.days = r.days_covered then b.value end as value_before
    from running as r
    left join before as b
        on b.source_id = r.source_id and b.app_id = r.app_id and b.metric = r.metric
        and b.platform = r.platform and b.country = r.country and b.unit = r.unit
        and b.basis = r.basis and b.month = r.month
    where not r.derived
),

with_added as (
    select app_id, metric, month, platform, country, unit, basis, source_id, value, days_covered,
        value_before
    from compared
    union all
    select
        r.app_id, r.metric, r.month, r.platform, r.country, r.unit, r.basis, r.source_id, r.value,
        r.days_covered, case when count(*) = count(c.value_before) then sum(c.value_before) end
    from running as r
    join compared as c
        on c.source_id = r.source_id and c.app_id = r.app_id and c.metric = r.metric
        and c.country = r.country and c.unit = r.unit and c.basis = r.basis and c.month = r.month
    where r.derived
    group by r.app_id, r.metric, r.month, r.platform, r.country, r.unit, r.basis, r.source_id,
        r.value, r.days_covered
),

-- Days of the weekend among the first days of two months: two in each whole week, and those of the
-- rest, which begins on the weekday the month begins on (0 Monday to 6 Sunday).
weekends as (
    select
        *,
        days_covered // 7 * 2 + greatest(0, least(isodow(month) - 1 + days_covered % 7, 7)
            - greatest(isodow(month) - 1, 5)) as weekend_days,
        days_covered // 7 * 2 + greatest(0,
            least(isodow(month - interval 1 month) - 1 + days_covered % 7, 7)
            - greatest(isodow(month - interval 1 month) - 1, 5)) as weekend_days_before
    from with_added
),

marked as (
    select w.*, s.illustrative
    from weekends as w
    join raw.source as s on s.source_id = w.source_id
)

select
    app_id,                                                     -- the app
    metric,                                                     -- revenue, downloads and others that add up
    month,                                                      -- first day of the running month
    platform,                                                   -- ios, android, web or all
    country,                                                    -- ISO 3166-1 alpha-2, or WW
    unit,                                                       -- a currency code, downloads and the like
    basis,                                                      -- gross, net_of_store and others, or none
    source_id,                                                  -- the one source used
    days_covered as days,                                       -- days of the running month that are in
    value,                                                      -- their sum
    cast(value_before as decimal(18, 4)) as previous_value,     -- the same days of the month before; null if any is missing
    case when value_before > 0 then value / value_before - 1 end
        as change,                                              -- as a fraction of the month before
    case
        when value_before is null
            then 'part month: ' || days_covered || ' days; the month before lacks some of them'
        when value_before <= 0
            then 'part month: ' || days_covered || ' days; no percentage on nothing'
        else 'part month: first ' || days_covered || ' days against the same days of the month before'
    end as caveat,                                              -- how to read it
    case
        when value_before is null then 'days_missing_before'
        when value_before <= 0 then 'days_of_nothing_before'
        else 'same_days'
    end as caveat_code,                                         -- the same in one word, which stays when the sentence is worded anew
    cast(weekend_days as integer) as weekend_days,              -- Saturdays and Sundays among those days
    cast(weekend_days_before as integer) as weekend_days_before, -- and among the same days of the month before
    case when weekend_days <> weekend_days_before
        then weekend_days || ' days of the weekend against ' || weekend_days_before
            || ' in the month before' end as weekday_caveat,    -- why the days may not be alike; null when they are
    illustrative                                                -- invented figures, to be marked as such
from marked
