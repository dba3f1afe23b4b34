-- Dated standings and prices of models and apps, newest first.
select
    b.app_id, a.name_en, a.name_zh, b.measure, b.metric, b.fact_date, b.value, b.unit, b.bound,
    b.scope, b.ran_by, b.kind, b.release, b.release_date, b.days_after_release, b.publisher,
    b.address, b.quality, b.note, b.as_of, b.source_id, b.snapshot_id, b.row_no, b.illustrative
from benchmarks b
left join apps a using (app_id)
where list_contains($measures, b.measure) and ($app_id is null or b.app_id = $app_id)
order by b.fact_date desc, b.metric, b.value, a.position, b.scope
