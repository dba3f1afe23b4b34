-- Every metric of which anything was said.
select distinct metric
from raw.observation
order by metric
