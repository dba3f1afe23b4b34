insert into raw.rejected_row
select snapshot_id, row_no, column_name, rule, value, raw_row
from read_parquet($files)
