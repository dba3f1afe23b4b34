-- Real files loaded in the last seven days although something about their figures is odd.
select name, source_id, fetched_at
from loads
where
    outcome in ('accepted', 'accepted_in_part') and withdrawn_on is null and not illustrative
    and fetched_at >= getvariable('today')::date - interval 7 day
    and len(list_filter(proofs, proof -> starts_with(proof, 'odd: '))) > 0
order by fetched_at desc, name
