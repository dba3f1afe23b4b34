-- Recognised revenue that companies reported, of whole quarters, years and parts of years, in one
-- currency, or in the one each was stated in when none is chosen.
select
    r.app_id, a.name_en, a.name_zh, a.colour, a.publisher as company, a.tracked, r.period_start,
    r.period_end, r.grain, r.basis, r.bound, r.scope, i.value as shown, i.currency, i.fx_rule,
    r.value, r.unit, r.value_usd, r.fx_rate, r.change, r.change_bound, r.publisher, r.address,
    r.said_from, r.as_of, r.source_id, r.snapshot_id, r.row_no, r.illustrative
from reported r
join apps a using (app_id)
join reported_in i
    on i.app_id = r.app_id and i.metric = r.metric and i.period_start = r.period_start
    and i.period_end = r.period_end and i.grain = r.grain and i.platform = r.platform
    and i.country = r.country and i.basis = r.basis and i.native_unit = r.unit
    and i.scope is not distinct from r.scope
where r.metric = 'revenue' and r.basis = 'recognised' and r.platform = 'all' and r.country = 'WW'
  and ($app_id is null or r.app_id = $app_id)
  and i.currency = coalesce($currency, r.unit)
order by a.position, r.period_start, r.period_end
