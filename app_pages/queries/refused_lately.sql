-- Files refused, or taken in only in part, in the last seven days, that nobody has withdrawn since.
select name, source_id, outcome, rows_read, rows_rejected, reason, fetched_at
from loads
where
    outcome in ('refused', 'accepted_in_part') and withdrawn_on is null
    and fetched_at >= getvariable('today')::date - interval 7 day
order by fetched_at desc
