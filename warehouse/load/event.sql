insert into raw.event
select event_date, app_id, event, kind, address, as_of, source_id, snapshot_id, row_no
from read_parquet($files)
