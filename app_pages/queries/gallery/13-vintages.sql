-- Which real figures were stated most often, and in how many different ways?
select app_id, metric, period_start, grain, count(*) as statements, count(distinct value) as values_said
from vintages
where not illustrative
group by all
order by statements desc, app_id, metric, period_start, grain
limit 5
