-- One statement that went into one figure of one month of growth, traced to the row of its file.
-- A change has the statements of both months. The values of one figure and role add up to the value
-- of that month in growth; with mtd_change, to those of the same days of the month before.
-- kept: no
with series as (
    select
        app_id, metric, month, platform, country, unit, basis, kind, scope, source_id, derived,
        complete, bound, value, mom_change, yoy_change, cmgr3, "index", mtd_change, mtd_days
    from growth
),

needed as (
    select column_name, role, months_before
    from (values
        ('value', 'the month', 0),
        ('mom_change', 'the month', 0), ('mom_change', 'the month before', 1),
        ('yoy_change', 'the month', 0), ('yoy_change', 'a year before', 12),
        ('cmgr3', 'the month', 0), ('cmgr3', 'three months before', 3),
        ('index', 'the month', 0),
        ('mtd_change', 'the month', 0), ('mtd_change', 'the same days of the month before', 1)
    ) as n(column_name, role, months_before)
),

base as (
    select app_id, metric, platform, country, unit, basis, min(month) as month
    from series
    where complete and value > 0 and bound <> 'at_most'
    group by app_id, metric, platform, country, unit, basis
),

drawn as (
    select
        g.app_id, g.metric, g.month, g.platform, g.country, g.unit, g.basis, n.column_name, n.role,
        cast(g.month - n.months_before * interval 1 month as date) as part_month,
        case when n.column_name = 'mtd_change' and n.months_before = 1 then g.mtd_days end as days
    from series as g
    cross join needed as n
    where case n.column_name
        when 'value' then g.value is not null
        when 'mom_change' then g.mom_change is not null
        when 'yoy_change' then g.yoy_change is not null
        when 'cmgr3' then g.cmgr3 is not null
        when 'index' then g."index" is not null
        else g.mtd_change is not null
    end
    union all
    select
        g.app_id, g.metric, g.month, g.platform, g.country, g.unit, g.basis, 'index',
        'the month that is 100', b.month, null
    from series as g
    join base as b
        on b.app_id = g.app_id and b.metric = g.metric and b.platform = g.platform
        and b.country = g.country and b.unit = g.unit and b.basis = g.basis
    where g."index" is not null
),

-- The platforms a month was added up from, and the grain it was taken in.
part as (
    select
        d.*, m.source_id, m.kind, m.scope, s.platform as part_platform, cast(s.grain as varchar) as grain
    from drawn as d
    join series as m
        on m.app_id = d.app_id and m.metric = d.metric and m.month = d.part_month
        and m.platform = d.platform and m.country = d.country and m.unit = d.unit
        and m.basis = d.basis
    join source_months as s
        on s.source_id = m.source_id and s.app_id = m.app_id and s.metric = m.metric
        and s.month = m.month and s.country = m.country and s.unit = m.unit and s.basis = m.basis
        and s.kind = m.kind and s.scope is not distinct from m.scope
        and ((m.derived and s.platform <> 'all') or (not m.derived and s.platform = m.platform))
)

select
    p.app_id,                                           -- the app
    p.metric,                                           -- revenue, downloads, mau and others
    p.month,                                            -- first day of the month of the figure
    p.platform,                                         -- its platform
    p.country,                                          -- its country
    p.unit,                                             -- a currency code, users and the like
    p.basis,                                            -- gross, net_of_store and others, or none
    p.column_name,                                      -- the column of growth: value, mom_change, index and others
    p.role,                                             -- what the statement is to it: the month, the month before and others
    t.platform as said_platform,                        -- the platform the statement is about
    t.period_start,                                     -- first day it describes
    t.period_end,                                       -- last day it describes
    t.value,                                            -- the figure as stated, in its unit
    t.bound,                                            -- exact, approx, at_least or at_most
    t.kind,                                             -- estimate or reported
    t.publisher,                                        -- who published it
    t.address,                                          -- where it can be read
    t.as_of,                                            -- day from which it counts as known
    t.source_id,                                        -- the source
    s.producer,                                         -- who makes the source's figures
    s.licence,                                          -- on what terms they may be used
    t.snapshot_id,                                      -- the file it came in
    n.name as file,                                     -- that file's name
    t.row_no,                                           -- row number in that file
    n.sha256,                                           -- sha256 of the file's bytes, their name in landing
    n.fetched_at,                                       -- when the file was first taken in, UTC
    t.illustrative                                      -- invented figures, to be marked as such
from part as p
join standing as t
    on t.source_id = p.source_id and t.app_id = p.app_id and t.metric = p.metric
    and t.month = p.part_month and t.platform = p.part_platform and t.country = p.country
    and t.unit = p.unit and t.basis = p.basis and t.kind = p.kind
    and t.scope is not distinct from p.scope
    and ((p.days is null and cast(t.grain as varchar) = p.grain)
        or (p.days is not null and t.grain = 'day' and extract(day from t.period_start) <= p.days))
join raw.source as s on s.source_id = t.source_id
join raw.snapshot as n on n.snapshot_id = t.snapshot_id
