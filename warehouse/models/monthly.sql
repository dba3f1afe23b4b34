-- One month of one app's figure: metric x platform x country, from one source of one kind.
-- A vendor's estimates or a store's own report. Per app, metric, unit and basis only the preferred
-- source among those with figures is used, and of it one kind; sources and kinds are never mixed,
-- and an invented one never stands before a real one. Where that source has figures of several
-- scopes for one platform and country, one scope is used: the one said last, then the longest.
-- The others stand beside it in reconciliation. How a month comes from its statements is said in
-- source_months. Users, shares and ranks are never summed, neither over days nor over platforms.
-- The world (WW) and countries are both rows.
-- parts: app_id, metric
with covered as (
    select * from source_months
),

source_of_series as (
    select app_id, metric, unit, basis, source_id, kind
    from (
        select
            c.app_id, c.metric, c.unit, c.basis, c.source_id, c.kind,
            row_number() over (
                partition by c.app_id, c.metric, c.unit, c.basis
                order by src.illustrative, coalesce(own.rank, every.rank, 1000000), c.source_id,
                    case when c.kind = 'reported' then 0 else 1 end
            ) as choice
        from (select distinct app_id, metric, unit, basis, source_id, kind from covered) as c
        join raw.source as src on src.source_id = c.source_id
        left join raw.source_rank as own
            on own.source_id = c.source_id and own.metric = c.metric
        left join raw.source_rank as every
            on every.source_id = c.source_id and every.metric = '*'
    ) as candidate
    where choice = 1
),

of_source as (
    select c.*
    from covered as c
    join source_of_series as s
        on s.app_id = c.app_id and s.metric = c.metric and s.unit = c.unit
        and s.basis = c.basis and s.source_id = c.source_id and s.kind = c.kind
),

scope_of_place as (
    select
        app_id, metric, unit, basis, platform, country, scope,
        row_number() over (
            partition by app_id, metric, unit, basis, platform, country
            order by max(as_of) desc, count(*) desc, scope nulls first
        ) as choice
    from of_source
    group by app_id, metric, unit, basis, platform, country, scope
),

chosen as (
    select c.*
    from of_source as c
    join scope_of_place as s
        on s.app_id = c.app_id and s.metric = c.metric and s.unit = c.unit and s.basis = c.basis
        and s.platform = c.platform and s.country = c.country
        and s.scope is not distinct from c.scope and s.choice = 1
),

platforms as (
    select app_id, metric, unit, basis, country, count(distinct platform) as platforms
    from chosen
    where platform <> 'all'
    group by app_id, metric, unit, basis, country
),

added as (
    select
        c.source_id, c.app_id, c.metric, c.country, c.unit, c.basis, c.kind, c.month,
        c.days_in_month, min(c.scope) as scope, sum(c.value) as value, min(c.covered_from) as covered_from,
        min(c.covered_through) as covered_through, min(c.grain) as grain,
        min(case when c.grain = 'day' then c.days end) as days,
        max(c.as_of) as as_of, bit_or(c.bounds) as bounds, max(c.snapshot_id) as snapshot_id,
        min(case when c.complete then 1 else 0 end) = 1 as complete
    from chosen as c
    join platforms as p
        on p.app_id = c.app_id and p.metric = c.metric and p.unit = c.unit and p.basis = c.basis
        and p.country = c.country
    where c.unit = 'downloads' or (c.basis in ('gross', 'net_of_store', 'recognised', 'cash')
        and c.metric not like 'arp%' and c.metric not like '%price%'
        and c.metric not like '%!_per!_%' escape '!')
    group by c.source_id, c.app_id, c.metric, c.country, c.unit, c.basis, c.kind, c.month,
        c.days_in_month, p.platforms
    having p.platforms > 1 and max(case when c.platform = 'all' then 1 else 0 end) = 0
       and count(*) = p.platforms
       and coalesce(min(c.scope), '') = coalesce(max(c.scope), '') and count(c.scope) in (0, count(*))
       and min(c.covered_from) = max(c.covered_from)
       and min(c.covered_through) = max(c.covered_through)
),

every_row as (
    select
        source_id, app_id, metric, month, platform, country, value, unit, basis, kind, scope,
        grain, covered_from, covered_through, days, days_in_month, complete, false as derived,
        bounds, as_of, snapshot_id
    from chosen
    union all
    select
        source_id, app_id, metric, month, 'all', country, value, unit, basis, kind, scope,
        grain, covered_from, covered_through, days, days_in_month, complete, true,
        bounds, as_of, snapshot_id
    from added
)

select
    e.app_id,                                               -- the app
    e.metric,                                               -- revenue, downloads, mau and others
    e.month,                                                -- first day of the month
    e.platform,                                             -- ios, android, web or all
    e.country,                                              -- ISO 3166-1 alpha-2, or WW
    cast(e.value as decimal(18, 4)) as value,               -- the figure for the part of the month covered
    e.unit,                                                 -- a currency code, users, downloads and the like
    e.basis,                                                -- gross, net_of_store and others, or none
    e.kind,                                                 -- estimate (a model's) or reported (a store's own)
    e.scope,                                                -- what it covers, in the source's words
    e.grain,                                                -- day when days were summed, month when stated so
    e.covered_from,                                         -- first day in the value
    e.covered_through,                                      -- last day in the value
    cast(case when e.grain = 'day' then e.days
        else datediff('day', e.covered_from, e.covered_through) + 1 end as integer)
        as days_covered,                                    -- days in the value
    cast(e.days_in_month as integer) as days_in_month,      -- days of the month
    e.complete,                                             -- whether every day is in; a part month is not a month
    e.derived,                                              -- platform "all" added up here, not stated by the source
    case
        when e.bounds >= 6 then 'unknown'
        when e.bounds >= 4 then 'at_most'
        when e.bounds >= 2 then 'at_least'
        when e.bounds = 1 then 'approx'
        else 'exact'
    end as bound,                                           -- exact, approx, at_least or at_most
    e.source_id,                                            -- the one source used
    s.producer as source_producer,                          -- who makes its figures
    e.as_of,                                                -- newest day any part was said
    s.illustrative,                                         -- invented figures, to be marked as such
    e.snapshot_id                                           -- a file it came in, the last by name
from every_row as e
join raw.source as s on s.source_id = e.source_id
