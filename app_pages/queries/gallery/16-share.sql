-- Each app's share of the tracked set in the newest month
from share
where metric = 'revenue' and platform = 'all' and country = 'WW'
qualify row_number() over (partition by app_id order by month desc) = 1
order by app_id
