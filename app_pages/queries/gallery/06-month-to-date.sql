-- The running month against the same days of the month before
select app_id, metric, month, mtd_days, round(mtd_change, 3) as mtd_change, illustrative
from growth
where mtd_change is not null and platform = 'all' and country = 'WW'
order by metric, app_id
