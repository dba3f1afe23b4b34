-- The newest rejected rows with the rule each broke.
select fetched_at, source_id, name, row_no, column_name, rule, value, raw_row, snapshot_id
from rejects
order by fetched_at desc, name, row_no, column_name
limit 500
