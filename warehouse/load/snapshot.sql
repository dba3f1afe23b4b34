insert into raw.snapshot
select
    snapshot_id, source_id, format, name, address, as_of, fetched_at, byte_size, rows_read,
    rows_accepted, rows_rejected, rows_duplicate, vendor_model, illustrative, outcome, reason,
    extra_columns, said_at, withdrawn_on, sha256, generation, coalesce(read_at, fetched_at),
    coalesce(rows_left_out, 0), figures, coalesce(figures_rounded, 0), questions,
    proofs, coalesce(asked, [])
from read_json($files, columns = {
    snapshot_id: 'VARCHAR', source_id: 'VARCHAR', format: 'VARCHAR', name: 'VARCHAR',
    address: 'VARCHAR', as_of: 'DATE', fetched_at: 'TIMESTAMP', byte_size: 'BIGINT',
    rows_read: 'BIGINT', rows_accepted: 'BIGINT', rows_rejected: 'BIGINT',
    rows_duplicate: 'BIGINT', vendor_model: 'VARCHAR', illustrative: 'BOOLEAN',
    outcome: 'VARCHAR', reason: 'VARCHAR', extra_columns: 'VARCHAR[]',
    said_at: 'TIMESTAMP', withdrawn_on: 'DATE', sha256: 'VARCHAR', generation: 'VARCHAR',
    read_at: 'TIMESTAMP', rows_left_out: 'BIGINT', figures: 'BIGINT', figures_rounded: 'BIGINT',
    questions: 'VARCHAR[]', proofs: 'VARCHAR[]', asked: 'VARCHAR[]'
})
