insert into touched
select distinct snapshot_id, app_id, metric, cast(date_trunc('month', period_start) as date)
from read_parquet($files, union_by_name = true)
