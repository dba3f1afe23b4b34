select snapshot_id, outcome, read_at, withdrawn_on from raw.snapshot
