-- Every source with its age against what is allowed.
select
    source_id, producer, enabled, illustrative, newest_as_of, last_loaded_at, age_days,
    max_age_days, state, schedule, covers, licence, address
from freshness
order by list_position(['late', 'never loaded', 'fresh', 'off'], state), source_id
