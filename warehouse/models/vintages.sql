-- One statement of one figure, numbered in the order it was said: the figure's whole history.
-- Ask for one figure (app, metric, period): all of them are all that was ever loaded. Estimates are
-- numbered by source, public figures over all who state them.
-- kept: no
with said as (
    select
        k.source_id, k.app_id, k.metric, k.period_start, k.period_end, k.grain, k.platform, k.country,
        k.unit, k.basis, k.kind, k.source_id as numbered_by, '' as scope_key, k.scope, k.issuer,
        k.source_producer as publisher, k.value, k.bound, k.said_from, k.as_of,
        cast(null as timestamp) as said_at, true as stands, false as contradicted, k.address,
        k.snapshot_id, k.row_no, k.illustrative
    from known as k
    join month_sums as m
        on m.source_id = k.source_id and m.app_id = k.app_id and m.metric = k.metric
        and m.platform = k.platform and m.country = k.country and m.unit = k.unit
        and m.basis = k.basis and m.grain = k.grain
        and m.month = date_trunc('month', k.period_start) and m.statements = m.days
    where k.kind = 'estimate' and k.source_format <> 'disclosures'
    union all
    select
        r.source_id, r.app_id, r.metric, r.period_start, r.period_end, r.grain, r.platform, r.country,
        r.unit, r.basis, 'estimate', r.source_id, '', r.scope, null, s.producer, r.value, r.bound,
        r.as_of, r.as_of, r.said_at, r.stands, r.contradicted, s.address, r.snapshot_id, r.row_no,
        r.illustrative
    from repeated as r
    join raw.source as s on s.source_id = r.source_id
    union all
    select
        source_id, app_id, metric, period_start, period_end, grain, platform, country, unit, basis,
        kind, coalesce(issuer, ''), scope_key, scope, issuer, publisher, value, bound, said_from,
        as_of, null, preferred, false, address, snapshot_id, row_no, illustrative
    from statements
),

-- The windows are spelled out: a named one may stand only once in the two views made of a model.
numbered as (
    select
        *,
        row_number() over (
            partition by app_id, metric, period_start, grain, platform, country, unit, basis, kind,
                scope_key, numbered_by
            order by as_of, said_at nulls first, said_from, snapshot_id, row_no
        ) as vintage_no,
        lag(value) over (
            partition by app_id, metric, period_start, grain, platform, country, unit, basis, kind,
                scope_key, numbered_by
            order by as_of, said_at nulls first, said_from, snapshot_id, row_no
        ) as value_before
    from said
)

select
    app_id,                                             -- the app or company
    metric,                                             -- revenue, downloads, mau and others
    period_start,                                       -- first day the figure describes
    period_end,                                         -- last day the figure describes
    grain,                                              -- day, month, quarter, year, cumulative or point
    platform,                                           -- ios, android, web or all
    country,                                            -- ISO 3166-1 alpha-2, or WW
    unit,                                               -- a currency code, users and the like
    basis,                                              -- gross, recognised and others, or none
    kind,                                               -- estimate, reported, guidance, forecast or press
    scope,                                              -- what it covers, in the source's words
    issuer,                                             -- whose guidance or forecast it is
    vintage_no,                                         -- 1 for the first statement of the figure
    value,                                              -- as stated
    bound,                                              -- exact, approx, at_least or at_most
    value_before,                                       -- the statement before; null for the first
    said_from,                                          -- earliest day it may have been said
    as_of,                                              -- day from which it counts as known
    said_at,                                            -- the moment its file was said, UTC, where that is known
    stands,                                             -- the one that is shown; of a forecast, see targets
    contradicted,                                       -- another file of that moment says otherwise
    publisher,                                          -- who said it
    address,                                            -- where it can be read
    source_id,                                          -- the source
    snapshot_id,                                        -- the file it came in
    row_no,                                             -- row number in that file
    illustrative                                        -- invented figures, to be marked as such
from numbered
