-- Files that wait for a person, and those refused, or loaded in part, on the last days.
select
    snapshot_id as subject,
    name || ' of ' || source_id || ' '
        || case outcome when 'refused' then 'was refused' when 'held' then 'is held'
            when 'waiting' then 'waits for an answer' else 'was loaded only in part' end
        || coalesce(': ' || rtrim(reason, '.'), '') as sentence,
    cast(fetched_at as date) as as_of,
    source_id,
    producer as said_by,
    illustrative,
    'data' as address
from loads
cross join knowledge as k
where withdrawn_on is null and ($illustrative or not illustrative)
  and (outcome in ('held', 'waiting')
      or (outcome in ('refused', 'accepted_in_part') and cast(fetched_at as date) > k.knowledge_date - $days))
order by load_order
