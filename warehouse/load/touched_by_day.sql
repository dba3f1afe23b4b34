-- Rows that begin to count, or cease to, between the day the version before was made for and this.
insert into touched
select distinct snapshot_id, app_id, metric, cast(date_trunc('month', period_start) as date)
from raw.observation
where (as_of > least($built_for, $today) and as_of <= greatest($built_for, $today))
   or snapshot_id in (
       select snapshot_id from raw.snapshot
       where withdrawn_on > least($built_for, $today)
         and withdrawn_on <= greatest($built_for, $today)
   )
