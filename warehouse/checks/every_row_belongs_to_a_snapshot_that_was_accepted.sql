-- A file that is refused, held or waiting leaves its faults behind, never a figure.
select r.snapshot_id, n.outcome
from (
    select distinct snapshot_id from raw.observation
    union
    select distinct snapshot_id from raw.event
    union
    select distinct snapshot_id from raw.fx_rate
    union
    select distinct snapshot_id from raw.app_listing where snapshot_id is not null
) as r
left join raw.snapshot as n on n.snapshot_id = r.snapshot_id
where n.snapshot_id is null or n.outcome not in ('accepted', 'accepted_in_part')
