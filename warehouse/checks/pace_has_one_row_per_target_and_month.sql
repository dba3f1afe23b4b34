select target_id, month, count(*) as times
from pace
group by target_id, month
having count(*) > 1
