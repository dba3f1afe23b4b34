-- Figures companies stated about single months, of one metric.
select
    r.app_id, a.name_en, a.name_zh, r.period_start as month, r.value, r.unit, r.basis, r.bound,
    r.metric, r.period_start, r.period_end, r.publisher, r.address, r.as_of, r.source_id,
    r.snapshot_id, r.row_no, r.illustrative
from reported r
join apps a using (app_id)
where list_contains($app_ids, r.app_id) and r.metric = $metric and r.grain = 'month'
order by r.period_start, a.position
