-- Files that wait for a person: a question nobody answered, or figures that break a proof.
select
    snapshot_id, source_id, name, address, outcome, reason, questions, asked, proofs, fetched_at
from loads
where outcome in ('waiting', 'held')
order by fetched_at desc, name
