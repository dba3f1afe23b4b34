-- Growth of single months that somebody claimed, held against the series that shows it.
select
    c.app_id, a.name_en, a.name_zh, c.metric, c.period_start as month, c.low, c.high, c.bound,
    c.scope, c.publisher, c.address, c.as_of, c.change, c.change_bound, c.verdict, c.misses_by,
    c.unit, c.basis, c.series_source_id, c.illustrative
from claims c
join apps a using (app_id)
where list_contains($app_ids, c.app_id) and c.metric = $metric
  and c.grain = 'month' and c.compared = 'mom' and c.verdict <> 'nothing to compare'
order by c.period_start desc, a.position, c.high > c.low desc, c.as_of, c.row_no
