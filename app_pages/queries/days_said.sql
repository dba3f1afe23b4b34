-- The days on which somebody stated something in public about a metric of an app.
select distinct as_of as day
from statements
where app_id = $app_id and metric = $metric
order by day
