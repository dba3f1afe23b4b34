-- Who the figures of a target's paths come from, and where each statement was read.
select distinct source_id, coalesce(publisher, producer) as publisher, address, illustrative
from lineage_of_paths
where target_id = $target_id
order by source_id, publisher, address
