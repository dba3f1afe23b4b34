-- A snapshot is in whole or not at all.
select n.snapshot_id, n.name, n.rows_accepted
from raw.snapshot as n
left join (
    select distinct snapshot_id from raw.observation
    union
    select distinct snapshot_id from raw.event
    union
    select distinct snapshot_id from raw.fx_rate
    union
    select distinct snapshot_id from raw.app_listing where snapshot_id is not null
) as r on r.snapshot_id = n.snapshot_id
where n.outcome in ('accepted', 'accepted_in_part')
    and coalesce(n.figures, n.rows_accepted) > 0 and r.snapshot_id is null
