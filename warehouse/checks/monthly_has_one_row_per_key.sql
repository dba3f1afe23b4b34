select app_id, metric, month, platform, country, unit, basis, count(*) as rows_of_key
from monthly
group by app_id, metric, month, platform, country, unit, basis
having count(*) > 1
