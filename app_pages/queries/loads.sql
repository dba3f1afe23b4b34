-- The newest snapshots taken in.
select
    fetched_at, source_id, producer, name, outcome, rows_read, rows_accepted, rows_rejected,
    rows_duplicate, rows_left_out, figures, figures_rounded, as_of, illustrative, reason,
    extra_columns, format, generation, address, byte_size, proofs, withdrawn_on, snapshot_id
from loads
order by fetched_at desc, name
limit 200
