-- Loaded files that count, newest first.
select snapshot_id, source_id, name, figures, fetched_at
from loads
where outcome in ('accepted', 'accepted_in_part') and withdrawn_on is null
order by fetched_at desc, name
