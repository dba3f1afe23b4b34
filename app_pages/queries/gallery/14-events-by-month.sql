-- How many launches and releases fell into each month of this year?
select date_trunc('month', event_date) as month, app_id, count(*) as events
from events
where event_date >= date '2026-01-01'
group by all
order by month desc, app_id
limit 12
