-- Revenue for each monthly user, newest month
from ratios
where per = 'mau' and platform = 'all' and country = 'WW'
qualify row_number() over (partition by app_id order by month desc) = 1
order by app_id
limit 5
