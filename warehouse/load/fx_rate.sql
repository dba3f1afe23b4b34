insert into raw.fx_rate
select rate_date, currency, per_eur, source_id, snapshot_id
from read_parquet($files)
