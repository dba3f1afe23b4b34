-- One file that was refused, is held, or waits for an answer: not loaded until somebody acts.
-- What a person refused needs no alert.
select
    'file|' || snapshot_id as subject,
    cast(outcome as varchar) as state,
    name || ' of ' || source_id || ' '
        || case outcome when 'refused' then 'was refused' when 'held' then 'is held: its figures need a word of yours'
            when 'waiting' then 'waits for an answer' else 'was loaded only in part' end
        || coalesce(': ' || rtrim(reason, '.'), '') || '.' as sentence,
    rows_read || ' rows read, ' || rows_rejected || ' rejected' as figure,
    {
        'file': name, 'source_id': source_id, 'outcome': cast(outcome as varchar), 'reason': reason,
        'rows_read': rows_read, 'rows_rejected': rows_rejected
    } as facts,
    as_of,
    source_id,
    producer as said_by,
    illustrative,
    'data' as address
from loads
where list_contains($outcomes, cast(outcome as varchar)) and withdrawn_on is null
  and coalesce(reason, '') not like 'refused by a person%'
  and (len($sources) = 0 or list_contains($sources, source_id))
  and ($illustrative or not illustrative)
order by load_order desc
