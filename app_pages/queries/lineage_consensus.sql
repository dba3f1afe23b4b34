-- The forecasts that a consensus is computed from: the newest of each issuer.
with newest as (
    select
        *, row_number() over (
            partition by issuer order by stands_by desc, first_said desc, unit, value
        ) as choice
    from targets
    where app_id = $app_id and metric = $metric and basis = 'recognised' and kind = 'forecast'
      and period_start = $period_start and period_end = $period_end
      and is_newest and value_usd is not null
)

select
    'newest forecast' as role, t.issuer as role_of, k.platform, k.period_start, k.period_end, k.metric,
    k.value, k.unit, k.bound, k.kind, k.publisher, k.address, k.said_from, k.as_of, k.source_id,
    k.producer, k.licence, k.snapshot_id, k.file, k.row_no, k.sha256, k.fetched_at, k.illustrative,
    t.fx_rule, cast(null as varchar) as note, cast(null as decimal(18, 4)) as role_value, 1 as role_rows
from newest t
join lineage k
    on k.snapshot_id = t.snapshot_id and k.row_no = t.row_no and k.app_id = t.app_id
    and k.metric = t.metric and k.value = t.value and k.unit = t.unit
where t.choice = 1
order by t.issuer
