-- The row an event was read from.
select
    e.kind as role, cast('all' as varchar) as platform, e.event_date as period_start,
    e.event_date as period_end, cast('event' as varchar) as metric,
    cast(null as decimal(18, 4)) as value, cast('' as varchar) as unit,
    cast('exact' as varchar) as bound, cast('event' as varchar) as kind, n.producer as publisher,
    e.address, e.as_of as said_from, e.as_of, e.source_id, n.producer, f.licence, e.snapshot_id,
    n.name as file, e.row_no, n.sha256, n.fetched_at, e.illustrative, e.event as note,
    cast(null as decimal(18, 4)) as role_value, 1 as role_rows
from events e
join loads n on n.snapshot_id = e.snapshot_id
left join freshness f on f.source_id = e.source_id
where e.snapshot_id = $snapshot_id and e.row_no = $row_no
