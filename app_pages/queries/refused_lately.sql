-- Files refused, or taken in only in part, in the last seven days.
select name, source_id, outcome, rows_read, rows_rejected, reason, fetched_at
from loads
where outcome <> 'accepted' and fetched_at >= getvariable('today')::date - interval 7 day
order by fetched_at desc
