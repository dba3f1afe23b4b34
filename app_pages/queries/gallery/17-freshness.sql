-- How old is each source, and is that allowed?
select source_id, state, newest_as_of, age_days, max_age_days
from freshness
order by source_id
