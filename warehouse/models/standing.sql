-- One statement of a day or month of a series that counts: of several about one period the one that stands.
-- What source_months adds up is these; a contradicted period has none.
-- kept: no
select
    k.source_id,                        -- the source
    k.app_id,                           -- the app
    k.metric,                           -- revenue, downloads, mau and others
    d.month,                            -- first day of the month the period begins in
    k.period_start,                     -- first day the statement describes
    k.period_end,                       -- last day it describes
    k.grain,                            -- day or month
    k.platform,                         -- ios, android, web or all
    k.country,                          -- ISO 3166-1 alpha-2, or WW
    k.value,                            -- the figure as stated, in its unit
    k.unit,                             -- a currency code, users, downloads and the like
    k.basis,                            -- gross, net_of_store and others, or none
    k.kind,                             -- estimate or reported
    k.bound,                            -- exact, approx, at_least or at_most
    k.scope,                            -- what it covers, in the source's words
    k.publisher,                        -- who published it
    k.address,                          -- where it can be read
    k.as_of,                            -- day from which it counts as known
    k.snapshot_id,                      -- the file it came in
    k.row_no,                           -- row number in that file
    k.illustrative                      -- invented figures, to be marked as such
from month_sums as d
join known as k
    on k.source_id = d.source_id and k.app_id = d.app_id and k.metric = d.metric
    and k.platform = d.platform and k.country = d.country and k.unit = d.unit and k.basis = d.basis
    and k.kind = d.kind and k.scope is not distinct from d.scope and k.grain = d.grain
    and cast(date_trunc('month', k.period_start) as date) = d.month
left join repeated as r
    on r.snapshot_id = k.snapshot_id and r.row_no = k.row_no and r.source_id = k.source_id
    and r.app_id = k.app_id and r.metric = k.metric and r.period_start = k.period_start
    and r.period_end = k.period_end and r.platform = k.platform and r.country = k.country
    and r.unit = k.unit and r.basis = k.basis and r.kind = k.kind
    and r.scope is not distinct from k.scope and r.grain = k.grain and r.stands
where d.statements = d.days or r.stands
