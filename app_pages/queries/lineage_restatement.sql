-- The statements before and after one change of a past figure; of a daily feed a pair for each day.
with changed as (
    select * from restatements
    where app_id = $app_id and metric = $metric and platform = $platform and country = $country
      and unit = $unit and basis = $basis and kind = $kind and source_id = $source_id
      and voice = $voice and grain = $grain and as_of = $as_of
      and period_start >= $period_start and period_end <= $period_end
),

both_sides as (
    select 'said then' as role, value, snapshot_id, row_no, c.* exclude (value, snapshot_id, row_no)
    from changed c
    union all by name
    select
        'said before' as role, value_before as value, snapshot_id_before as snapshot_id,
        row_no_before as row_no, c.* exclude (value, snapshot_id, row_no)
    from changed c
)

select
    b.role, k.platform, k.period_start, k.period_end, k.metric, k.value, k.unit, k.bound, k.kind,
    coalesce(k.publisher, k.producer) as publisher, k.address, k.said_from, k.as_of, k.source_id,
    k.producer, k.licence, k.snapshot_id, k.file, k.row_no, k.sha256, k.fetched_at, k.illustrative,
    k.note, sum(k.value) over (partition by b.role) as role_value,
    count(*) over (partition by b.role) as role_rows
from both_sides b
join lineage k
    on k.snapshot_id = b.snapshot_id and k.row_no = b.row_no and k.app_id = b.app_id
    and k.metric = b.metric and k.period_start = b.period_start and k.period_end = b.period_end
    and k.platform = b.platform and k.country = b.country and k.unit = b.unit and k.basis = b.basis
    and k.value = b.value
order by b.role desc, k.period_start desc
