select target_id, count(*) as times
from targets
group by target_id
having count(*) > 1
