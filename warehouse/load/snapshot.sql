insert into raw.snapshot
select *
from read_json($files, columns = {
    snapshot_id: 'VARCHAR', source_id: 'VARCHAR', format: 'VARCHAR', name: 'VARCHAR',
    address: 'VARCHAR', as_of: 'DATE', fetched_at: 'TIMESTAMP', byte_size: 'BIGINT',
    rows_read: 'BIGINT', rows_accepted: 'BIGINT', rows_rejected: 'BIGINT',
    rows_duplicate: 'BIGINT', vendor_model: 'VARCHAR', illustrative: 'BOOLEAN',
    outcome: 'VARCHAR', reason: 'VARCHAR', extra_columns: 'VARCHAR[]',
    said_at: 'TIMESTAMP', withdrawn_on: 'DATE'
})
