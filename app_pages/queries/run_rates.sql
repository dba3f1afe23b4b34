-- What the company said a month was worth, times twelve, and that divided by twelve again.
select
    r.app_id, a.name_en, a.name_zh, r.month, r.arr_usd, r.monthly_usd, r.bound, r.publisher,
    r.address, r.as_of, r.metric, r.period_start, r.period_end, r.value, r.unit, r.source_id,
    r.snapshot_id, r.row_no, r.illustrative
from run_rates r
join apps a using (app_id)
where list_contains($app_ids, r.app_id)
order by r.month, a.position
