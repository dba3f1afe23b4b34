-- Per app, metric, period, kind and unit; scopes tell apart what is not money of one app.
select app_id, metric, period_start, period_end, kind, issuer, unit, scope, count(*) as times
from targets
where is_newest and basis <> 'none'
group by app_id, metric, period_start, period_end, kind, issuer, unit, basis, scope
having count(*) > 1
