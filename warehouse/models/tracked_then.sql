-- One complete month of an app's tracked revenue in the whole world, as it was known on one asked day.
-- Platform "all"; where the source has one platform only, that one. For the knowledge date these
-- are the rows of monthly; for an earlier day the same choices are made among what was said by
-- then, of the source that monthly shows now. A file withdrawn since counts on no day.
with every_month as (
    select app_id, unit, basis, source_id, platform, month, value, bound, complete, as_of, illustrative
    from monthly
    where metric = 'revenue' and country = 'WW'
      and basis in ('gross', 'net_of_store', 'recognised', 'cash')
),

asked as (
    select * from asked_days
),

series as (
    select
        app_id, unit, basis, source_id,
        case when max(case when platform = 'all' then 1 else 0 end) = 1 then 'all'
            when min(platform) = max(platform) then min(platform) end as platform
    from every_month
    group by app_id, unit, basis, source_id
),

said as (
    select
        d.asked_on, k.source_id, k.app_id, k.unit, k.basis, k.platform, k.grain, k.value, k.bound,
        k.period_start, k.period_end, k.as_of, k.snapshot_id, k.row_no, k.illustrative, n.said_at,
        cast(date_trunc('month', k.period_start) as date) as month
    from asked as d
    join series as s on s.app_id = d.app_id
    join known as k
        on k.app_id = s.app_id and k.source_id = s.source_id and k.unit = s.unit
        and k.basis = s.basis and k.as_of <= d.asked_on
    join raw.snapshot as n on n.snapshot_id = k.snapshot_id
    where not d.is_now and k.metric = 'revenue' and k.country = 'WW' and k.kind = 'estimate'
      and k.grain in ('day', 'month')
),

judged as (
    select
        *,
        min(value) over same_moment <> max(value) over same_moment
            or min(bound) over same_moment <> max(bound) over same_moment as contradicted
    from said
    window same_moment as (
        partition by asked_on, source_id, app_id, unit, basis, platform, grain, period_start,
            period_end, as_of, said_at
    )
),

ordered as (
    select
        *,
        row_number() over (
            partition by asked_on, source_id, app_id, unit, basis, platform, grain, period_start
            order by contradicted, as_of desc, said_at desc nulls last, period_end desc,
                snapshot_id, row_no
        ) as choice
    from judged
),

month_of_platform as (
    select
        o.asked_on, o.source_id, o.app_id, o.unit, o.basis, o.platform, o.grain, o.month,
        sum(o.value) as value,
        bit_or(case o.bound when 'exact' then 0 when 'approx' then 1 when 'at_least' then 2 else 4 end)
            as bounds,
        max(o.as_of) as as_of,
        max(case when o.illustrative then 1 else 0 end) as invented
    from ordered as o
    join months as m on m.month = o.month
    where o.choice = 1 and not o.contradicted
    group by o.asked_on, o.source_id, o.app_id, o.unit, o.basis, o.platform, o.grain, o.month,
        m.month_end, m.days_in_month
    having case when o.grain = 'month' then least(max(o.period_end), max(o.as_of)) >= m.month_end
        else count(*) = m.days_in_month end
),

one_grain as (
    select
        *,
        row_number() over (
            partition by asked_on, source_id, app_id, unit, basis, platform, month
            order by case grain when 'month' then 0 else 1 end
        ) as choice
    from month_of_platform
),

platforms as (
    select asked_on, source_id, app_id, unit, basis, count(distinct platform) as platforms
    from said
    where platform <> 'all'
    group by asked_on, source_id, app_id, unit, basis
),

stated_all as (
    select asked_on, source_id, app_id, unit, basis, month
    from one_grain
    where platform = 'all' and choice = 1
),

then_known as (
    select
        g.asked_on, g.source_id, g.app_id, g.unit, g.basis, g.month,
        sum(g.value) as value, bit_or(g.bounds) as bounds, max(g.as_of) as as_of,
        max(g.invented) = 1 as illustrative
    from one_grain as g
    left join stated_all as a
        on a.asked_on = g.asked_on and a.source_id = g.source_id and a.app_id = g.app_id
        and a.unit = g.unit and a.basis = g.basis and a.month = g.month
    left join platforms as p
        on p.asked_on = g.asked_on and p.source_id = g.source_id and p.app_id = g.app_id
        and p.unit = g.unit and p.basis = g.basis
    where g.choice = 1 and (g.platform = 'all' or a.month is null)
    group by g.asked_on, g.source_id, g.app_id, g.unit, g.basis, g.month, p.platforms
    having max(case when g.platform = 'all' then 1 else 0 end) = 1 or count(*) = p.platforms
),

tracked as (
    select
        d.asked_on, d.is_now, m.source_id, m.app_id, m.unit, m.basis, m.month, m.value, m.bound,
        m.as_of, m.illustrative
    from asked as d
    join series as s on s.app_id = d.app_id
    join every_month as m
        on m.app_id = s.app_id and m.unit = s.unit and m.basis = s.basis
        and m.source_id = s.source_id and m.platform = s.platform
    where d.is_now and m.complete
    union all
    select
        asked_on, false, source_id, app_id, unit, basis, month, value,
        case
            when bounds >= 6 then 'unknown'
            when bounds >= 4 then 'at_most'
            when bounds >= 2 then 'at_least'
            when bounds = 1 then 'approx'
            else 'exact'
        end,
        as_of, illustrative
    from then_known
),

rate as (
    select
        currency, cast(date_trunc('month', rate_date) as date) as month,
        cast(sum(per_usd) / count(*) as decimal(18, 8)) as fx_rate
    from fx
    group by currency, cast(date_trunc('month', rate_date) as date)
)

select
    t.asked_on,                                                     -- nothing said after this day is used
    t.is_now,                                                       -- the knowledge date itself
    t.app_id,                                                       -- the app
    t.month,                                                        -- first day of the month
    t.source_id,                                                    -- the one source used
    t.basis,                                                        -- gross, net_of_store and others, as the source states
    t.unit,                                                         -- the currency the source states
    cast(t.value as decimal(18, 4)) as value,                       -- the estimate of the month in that currency
    cast(case when t.unit = 'USD' then t.value else t.value / r.fx_rate end as decimal(18, 4))
        as value_usd,                                               -- in US dollars at the month's average rate
    t.bound,                                                        -- exact, approx, at_least, at_most or unknown
    t.as_of,                                                        -- newest day any part was said
    t.illustrative                                                  -- invented figures, to be marked as such
from tracked as t
left join rate as r on r.currency = t.unit and r.month = t.month
