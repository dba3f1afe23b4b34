-- One person may use two platforms.
select app_id, metric, month, country, unit
from monthly
where derived and unit not in ('downloads') and basis = 'none'
