-- One daily reference rate against the euro, not later than the knowledge date.
-- kept: no
select
    f.rate_date,                -- the day of the rate
    f.currency,                 -- currency code
    f.per_eur,                  -- units of the currency for one euro
    f.source_id,                -- the source
    f.snapshot_id,              -- the file it came in
    n.name,                     -- that file's name
    n.said_at,                  -- the moment the file was said, UTC, where that is known
    s.illustrative              -- invented rates, to be marked as such
from raw.fx_rate as f
join raw.source as s on s.source_id = f.source_id and s.enabled
join raw.snapshot as n on n.snapshot_id = f.snapshot_id
where f.rate_date <= coalesce(getvariable('as_of')::date, getvariable('today')::date, current_date)
  and f.snapshot_id not in (select snapshot_id from withdrawn)
