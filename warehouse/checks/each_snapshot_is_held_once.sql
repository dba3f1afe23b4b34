select snapshot_id, count(*) as times
from raw.snapshot
group by snapshot_id
having count(*) > 1
