-- One source that is older than its configuration allows, or is switched on and never spoke.
-- It is late once for each day it last spoke on: a new figure that is old itself is a new cause.
select
    'source|' || source_id as subject,
    state || ' since ' || coalesce(cast(newest_as_of as varchar), 'ever') as state,
    case state
        when 'late' then source_id || ' is late: its newest figure was said on ' || day_words(newest_as_of)
            || ', ' || age_days || ' days ago; ' || max_age_days || ' are allowed.'
        else source_id || ' is switched on, but no file of it was ever loaded.'
    end as sentence,
    case when newest_as_of is null then 'never loaded' else age_days || ' days' end as figure,
    {
        'source_id': source_id, 'day': newest_as_of, 'age_days': age_days, 'max_age_days': max_age_days
    } as facts,
    newest_as_of as as_of,
    source_id,
    producer as said_by,
    illustrative,
    'data' as address
from freshness
where (state = 'late' or (state = 'never loaded' and max_age_days <= 3650))
  and (len($sources) = 0 or list_contains($sources, source_id))
  and ($illustrative or not illustrative)
order by source_id
