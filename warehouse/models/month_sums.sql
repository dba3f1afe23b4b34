-- One month of one source's series, everything stated about it added up before any choice is made.
-- A vendor's estimates and a store's own reports; figures of two kinds or two scopes are two series.
-- The sum is the month's where each day was stated once; where any was stated more than once,
-- repeated says which statement stands. Two sums of one month are never both right: days and months.
-- parts: app_id, metric, month
select
    source_id,                                              -- the source
    app_id,                                                 -- the app
    metric,                                                 -- revenue, downloads, mau and others
    platform,                                               -- ios, android, web or all
    country,                                                -- ISO 3166-1 alpha-2, or WW
    unit,                                                   -- a currency code, users, downloads and the like
    basis,                                                  -- gross, net_of_store and others, or none
    kind,                                                   -- estimate or reported
    scope,                                                  -- what it covers, in the source's words
    grain,                                                  -- day when days are added, month when stated so
    cast(date_trunc('month', period_start) as date) as month, -- first day of the month
    sum(value) as value,                                    -- sum of every statement
    count(*) as statements,                                 -- how many there are
    bit_count(bit_or(cast(1 as bigint) << (extract(day from period_start) - 1)))
        as days,                                            -- days stated, 1 for a month
    min(period_start) as first_day,                         -- first day stated
    max(period_start) as last_day,                          -- last day stated
    max(period_end) as last_end,                            -- last day a statement reaches
    max(as_of) as as_of,                                    -- newest day any was said
    bit_or(case bound when 'exact' then 0 when 'approx' then 1 when 'at_least' then 2 else 4 end)
        as bounds,                                          -- bits: 1 approx, 2 at_least, 4 at_most
    max(snapshot_id) as snapshot_id                         -- a file they came in, the last by name
from known
where kind in ('estimate', 'reported') and source_format <> 'disclosures'
  and (grain = 'month' or (grain = 'day' and (
      unit = 'downloads' or basis in ('gross', 'net_of_store', 'recognised', 'cash'))))
group by source_id, app_id, metric, platform, country, unit, basis, kind, scope, grain,
    cast(date_trunc('month', period_start) as date)
