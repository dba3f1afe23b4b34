-- One month of one series of one source, before one source is chosen: what monthly chooses from.
-- A series is an app's metric by platform, country, unit, basis, kind and scope. Per period the
-- newest statement stands, as repeated says; a contradicted one is a gap. A complete month stated as
-- a month wins over the sum of its days. Averages, prices and ranks of days are never summed.
-- kept: no
with stated as (
    select
        source_id, app_id, metric, platform, country, unit, basis, kind, scope, grain, month,
        value, days, first_day, last_day, last_end, as_of, bounds, snapshot_id
    from month_sums
    where statements = days
    union all
    select
        source_id, app_id, metric, platform, country, unit, basis, kind, scope, grain, month,
        sum(value), count(*), min(period_start), max(period_start), max(period_end), max(as_of),
        bit_or(case bound when 'exact' then 0 when 'approx' then 1 when 'at_least' then 2 else 4 end),
        max(snapshot_id)
    from repeated
    where stands
    group by source_id, app_id, metric, platform, country, unit, basis, kind, scope, grain, month
),

covered as (
    select
        s.*, m.month_end, m.days_in_month,
        case when s.grain = 'month' then s.month else s.first_day end as covered_from,
        case when s.grain = 'month' then least(s.last_end, s.as_of, m.month_end) else s.last_day end
            as covered_through,
        case when s.grain = 'month' then least(s.last_end, s.as_of) >= m.month_end
            else s.days = m.days_in_month end as complete
    from stated as s
    join months as m on m.month = s.month
    where s.grain = 'month' or s.unit = 'downloads'
       or (s.metric not like 'arp%' and s.metric not like '%price%' and s.metric not like '%!_per!_%' escape '!')
),

ranked as (
    select
        *,
        row_number() over (
            partition by source_id, app_id, metric, platform, country, unit, basis, kind, scope, month
            order by case when grain = 'month' and complete then 0 when grain = 'day' then 1 else 2 end
        ) as choice
    from covered
)

select
    source_id,                          -- the source
    app_id,                             -- the app
    metric,                             -- revenue, downloads, mau and others
    month,                              -- first day of the month
    platform,                           -- ios, android, web or all
    country,                            -- ISO 3166-1 alpha-2, or WW
    unit,                               -- a currency code, users, downloads and the like
    basis,                              -- gross, net_of_store and others, or none
    kind,                               -- estimate or reported
    scope,                              -- what it covers, in the source's words
    grain,                              -- day when days were summed, month when stated so
    value,                              -- the figure for the part of the month covered
    days,                               -- days summed, 1 for a month
    covered_from,                       -- first day in the value
    covered_through,                    -- last day in the value
    days_in_month,                      -- days of the month
    complete,                           -- whether every day is in
    bounds,                             -- bits: 1 approx, 2 at_least, 4 at_most
    as_of,                              -- newest day any part was said
    snapshot_id                         -- a file it came in, the last by name
from ranked
where choice = 1
