-- One thing that happened not later than the knowledge date.
-- The same words of one source in several files are one event, of the file that was read first.
-- kept: no
with counted as (
    select
        e.*, s.illustrative,
        row_number() over (
            partition by e.source_id, e.event_date, e.app_id, e.event, e.kind, e.address
            order by n.fetched_at, e.snapshot_id, e.row_no
        ) as choice
    from raw.event as e
    join raw.source as s on s.source_id = e.source_id and s.enabled
    join raw.snapshot as n on n.snapshot_id = e.snapshot_id
    where e.as_of <= coalesce(getvariable('as_of')::date, getvariable('today')::date, current_date)
      and e.snapshot_id not in (select snapshot_id from withdrawn)
)

select
    e.event_date,               -- the day it happened
    e.app_id,                   -- the app or company it happened to
    e.event,                    -- what happened, in a sentence
    e.kind,                     -- model_release, results, pricing and the like
    e.address,                  -- where it can be read
    e.as_of,                    -- day from which it counts as known
    e.source_id,                -- the source
    e.snapshot_id,              -- the file it came in
    e.row_no,                   -- row number in that file
    e.illustrative              -- invented, to be marked as such
from counted as e
where e.choice = 1
