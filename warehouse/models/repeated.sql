-- One statement of a day or month by a source, in a month of which it stated anything twice.
-- Of two statements of one period the later said stands: by as_of, then by said_at of their files,
-- then the one that reaches further. When a file was fetched never counts. Where statements of the
-- same moment differ in value or bound they contradict: none of them stands, but the newest that
-- is not contradicted. Equal ones are one, the first file by name.
-- parts: app_id, metric, month
with candidate as (
    select k.*, d.month, n.said_at, n.name
    from month_sums as d
    join known as k
        on k.source_id = d.source_id and k.app_id = d.app_id and k.metric = d.metric
        and k.platform = d.platform and k.country = d.country and k.unit = d.unit
        and k.basis = d.basis and k.kind = d.kind and k.scope is not distinct from d.scope
        and k.grain = d.grain and date_trunc('month', k.period_start) = d.month
    join raw.snapshot as n on n.snapshot_id = k.snapshot_id
    where d.statements > d.days
),

judged as (
    select
        *,
        min(value) over same_moment <> max(value) over same_moment
            or min(bound) over same_moment <> max(bound) over same_moment as contradicted
    from candidate
    window same_moment as (
        partition by source_id, app_id, metric, platform, country, unit, basis, kind, scope,
            grain, period_start, period_end, as_of, said_at
    )
),

ordered as (
    select
        *,
        row_number() over (
            partition by source_id, app_id, metric, platform, country, unit, basis, kind, scope,
                grain, period_start
            order by contradicted, as_of desc, said_at desc nulls last, period_end desc,
                snapshot_id, row_no
        ) as choice
    from judged
)

select
    source_id,                                      -- the source
    app_id,                                         -- the app
    metric,                                         -- revenue, downloads, mau and others
    month,                                          -- first day of the month
    period_start,                                   -- first day of the statement's period
    period_end,                                     -- last day of it
    grain,                                          -- day or month
    platform,                                       -- ios, android, web or all
    country,                                        -- ISO 3166-1 alpha-2, or WW
    value,                                          -- the figure as stated, in its unit
    unit,                                           -- a currency code, users, downloads and the like
    basis,                                          -- gross, net_of_store and others, or none
    kind,                                           -- estimate or reported
    bound,                                          -- exact, approx, at_least or at_most
    scope,                                          -- what it covers, in the source's words
    as_of,                                          -- the day it was said
    said_at,                                        -- the moment its file was said, UTC, where that is known
    snapshot_id,                                    -- the file it came in
    row_no,                                         -- row number in that file
    name,                                           -- that file's name
    illustrative,                                   -- invented figures, to be marked as such
    contradicted,                                   -- another of the same moment says otherwise
    choice = 1 and not contradicted as stands       -- the one of its period that counts
from ordered
