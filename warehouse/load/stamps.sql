select snapshot_id, outcome, fetched_at, withdrawn_on from raw.snapshot
