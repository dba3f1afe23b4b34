-- Which targets stand, and who set them when?
select app_id, issuer, kind, metric, period_start, value::bigint as value, unit, first_said
from targets
where is_newest
order by first_said desc, app_id, issuer, metric, period_start, value
limit 10
