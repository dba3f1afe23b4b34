insert into raw.app_listing
select app_id, store, listing_id, as_of, source_id, snapshot_id, row_no
from read_parquet($files)
