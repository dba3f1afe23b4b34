select app_id, metric, period_start, period_end, grain, unit, basis, scope_key, count(*) as times
from statements
where preferred and kind = 'reported'
group by app_id, metric, period_start, period_end, grain, unit, basis, scope_key, platform, country
having count(*) > 1
