-- One figure somebody stated, known by the knowledge date, from a source that is switched on.
-- parts: snapshot_id, app_id, metric, month
-- kept: no
select
    o.app_id,                                           -- the app, as the watch list names it
    o.metric,                                           -- revenue, downloads, mau and others
    o.period_start,                                     -- first day the figure describes
    o.period_end,                                       -- last day the figure describes
    o.grain,                  -- day, week, month, quarter, year, cumulative or point
    o.platform,            -- ios, android, web or all
    o.country,                                          -- ISO 3166-1 alpha-2, or WW for the whole world
    o.value,                                            -- the figure as stated, in its unit
    o.unit,                                             -- a currency code, users, downloads, percent and the like
    o.basis,                  -- gross, net_of_store, recognised, cash, run_rate, or none
    o.kind,                    -- estimate, reported, guidance, forecast or press
    o.bound,                  -- exact, approx, at_least or at_most
    o.scope,                                            -- what the figure covers, in the source's words
    o.issuer,                                           -- whose guidance or forecast it is
    coalesce(o.publisher, s.producer) as publisher,     -- who published it; else the source's producer
    coalesce(o.address, s.address) as address,          -- where it can be read; else the source's address
    o.quality,                                          -- company, secondary or weak
    o.note,                                             -- caveats
    o.said_from,                                        -- earliest day the statement may have been made
    o.as_of,                                            -- day from which the statement counts as known
    o.set_from,                                         -- first day its issuer may have set it, where the source says when
    o.set_by,                                           -- last day its issuer may have set it, where the source says when
    o.source_id,                                        -- the source
    o.snapshot_id,                                      -- the file it came in
    o.row_no,                                           -- row number in that file
    s.illustrative,                                     -- invented figures, to be marked as such
    s.format as source_format,                          -- the format of the source's files
    s.producer as source_producer,                      -- who makes the source's figures
    s.address as source_address                         -- where the source's figures come from
from raw.observation as o
join raw.source as s on s.source_id = o.source_id and s.enabled
where o.as_of <= coalesce(getvariable('as_of')::date, getvariable('today')::date, current_date)
  and o.snapshot_id not in (select snapshot_id from withdrawn)
