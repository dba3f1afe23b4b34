-- The last day of each calendar month on which something was estimated of an app, worldwide.
select max(as_of) as day
from vintages
where app_id = $app_id and metric = $metric and kind = 'estimate' and country = 'WW'
  and grain in ('day', 'month')
group by date_trunc('month', as_of)
order by day
