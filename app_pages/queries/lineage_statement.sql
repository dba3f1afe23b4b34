-- Every statement of the figure that one statement is about, and what each is to it. One issuer's
-- values for a period are its own; what has no basis is told apart by what it covers.
select
    case
        when k.snapshot_id = $snapshot_id and k.row_no = $row_no then 'the statement shown'
        when k.value = s.value then 'says the same'
        else 'says another figure'
    end as role,
    k.platform, k.period_start, k.period_end, k.metric, k.value, k.unit, k.bound, k.kind,
    coalesce(k.publisher, k.producer) as publisher, k.address, k.said_from, k.as_of, k.source_id,
    k.producer, k.licence, k.snapshot_id, k.file, k.row_no, k.sha256, k.fetched_at, k.illustrative,
    k.note, cast(null as decimal(18, 4)) as role_value, 1 as role_rows
from lineage s
join lineage k
    on k.app_id = s.app_id and k.metric = s.metric and k.period_start = s.period_start
    and k.period_end = s.period_end and k.grain = s.grain and k.platform = s.platform
    and k.country = s.country and k.unit = s.unit and k.basis = s.basis and k.kind = s.kind
    and k.issuer is not distinct from s.issuer
    and (k.source_id = s.source_id or k.kind <> 'estimate')
    and (s.basis <> 'none' or k.scope is not distinct from s.scope)
where s.app_id = $app_id and s.metric = $metric and s.period_start = $period_start
  and s.period_end = $period_end and s.value = $value and s.unit = $unit
  and s.snapshot_id = $snapshot_id and s.row_no = $row_no
order by list_position(['the statement shown', 'says the same', 'says another figure'], role),
    k.as_of, k.row_no
