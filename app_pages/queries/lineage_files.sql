-- The files statements were read from: what was taken of each, and what its figures were held against.
select
    snapshot_id, source_id, name, address, format, generation, outcome, fetched_at, rows_read,
    rows_accepted, rows_rejected, proofs, sha256, withdrawn_on
from loads
where list_contains($snapshot_ids, snapshot_id)
order by fetched_at, name
