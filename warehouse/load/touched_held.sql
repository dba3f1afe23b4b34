insert into touched
select distinct snapshot_id, app_id, metric, cast(date_trunc('month', period_start) as date)
from raw.observation
where snapshot_id in (select unnest($snapshots))
