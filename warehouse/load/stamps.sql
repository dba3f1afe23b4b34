select snapshot_id, outcome, fetched_at from raw.snapshot
