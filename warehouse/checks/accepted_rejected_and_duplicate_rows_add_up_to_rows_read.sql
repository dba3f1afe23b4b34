select snapshot_id, name, rows_read, rows_accepted, rows_rejected, rows_duplicate
from raw.snapshot
where rows_accepted + rows_rejected + rows_duplicate + rows_left_out <> rows_read
