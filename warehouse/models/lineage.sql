-- One statement that is known, traced to the row of the file it was read from.
-- Ask for one figure (app, metric, period) and each row says who stated it, on what terms it may be
-- used, in which row of which file it stands, and what the next statement made of it. The file's
-- bytes lie in landing under its sha256. What was derived from several statements is traced in
-- lineage_of_growth and lineage_of_paths.
-- kept: no
select
    k.app_id,                                           -- the app or company
    k.metric,                                           -- revenue, downloads, mau and others
    k.period_start,                                     -- first day the figure describes
    k.period_end,                                       -- last day the figure describes
    k.grain,                                            -- day, week, month, quarter, year, cumulative or point
    k.platform,                                         -- ios, android, web or all
    k.country,                                          -- ISO 3166-1 alpha-2, or WW
    k.value,                                            -- the figure as stated, in its unit
    k.unit,                                             -- a currency code, users and the like
    k.basis,                                            -- gross, recognised and others, or none
    k.kind,                                             -- estimate, reported, guidance, forecast or press
    k.bound,                                            -- exact, approx, at_least or at_most
    k.scope,                                            -- what it covers, in the source's words
    k.issuer,                                           -- whose guidance or forecast it is
    k.publisher,                                        -- who published it
    k.address,                                          -- where it can be read
    k.note,                                             -- caveats
    k.said_from,                                        -- earliest day it may have been said
    k.as_of,                                            -- day from which it counts as known
    k.source_id,                                        -- the source
    s.producer,                                         -- who makes the source's figures
    s.licence,                                          -- on what terms they may be used
    s.covers,                                           -- what the source covers
    k.snapshot_id,                                      -- the file it came in
    n.name as file,                                     -- that file's name
    n.address as file_address,                          -- path or address the file came from, without secrets
    k.row_no,                                           -- row number in that file
    n.sha256,                                           -- sha256 of the file's bytes, their name in landing
    n.fetched_at,                                       -- when the file was first taken in, UTC
    k.illustrative,                                     -- invented figures, to be marked as such
    r.as_of as changed_on,                              -- the day the same voice said otherwise; null if it never did
    r.value as changed_to,                              -- what it said then
    r.name as changed_in                                -- the file it said so in
from known as k
join raw.source as s on s.source_id = k.source_id
join raw.snapshot as n on n.snapshot_id = k.snapshot_id
left join restatements as r
    on r.snapshot_id_before = k.snapshot_id and r.row_no_before = k.row_no
    and r.app_id = k.app_id and r.metric = k.metric and r.period_start = k.period_start
    and r.period_end = k.period_end and r.platform = k.platform and r.country = k.country
    and r.unit = k.unit and r.basis = k.basis and r.kind = cast(k.kind as varchar)
