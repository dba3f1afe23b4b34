-- Files taken in or refused after a day and up to another.
select fetched_at, source_id, name, outcome, figures, reason, illustrative
from loads
where fetched_at::date > $after and fetched_at::date <= $through
order by fetched_at desc, name
