-- The statements behind one month of one path of a target; each once, with all it was used for.
select
    string_agg(role, ', ' order by role) as role, cast('all' as varchar) as platform, period_start,
    period_end, metric, value, unit, bound, kind, publisher, address, said_from, as_of, source_id,
    producer, licence, snapshot_id, file, row_no, sha256, fetched_at, illustrative, fx_rule,
    cast(null as varchar) as note,
    cast(null as decimal(18, 4)) as role_value, 1 as role_rows
from (
    select *, case role when 'the target' then 'forecast' else 'reported' end as kind
    from lineage_of_paths
    where target_id = $target_id and method = $method and month = $month
)
group by all
order by max(case role when 'the target' then 1 else 0 end), period_start, role
