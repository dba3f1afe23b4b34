-- Recognised revenue that companies reported, of whole quarters, years and parts of years: a row for
-- each currency it can be shown in, its own among them. Each side is computed once.
with shown as materialized (
    select *
    from reported_in
    where metric = 'revenue' and basis = 'recognised' and platform = 'all' and country = 'WW'
      and ($app_id is null or app_id = $app_id)
),

said as materialized (
    select *
    from reported
    where metric = 'revenue' and basis = 'recognised' and platform = 'all' and country = 'WW'
      and ($app_id is null or app_id = $app_id)
)

select
    r.app_id, a.name_en, a.name_zh, a.colour, a.publisher as company, a.tracked, r.period_start,
    r.period_end, r.grain, r.basis, r.bound, r.scope, i.value as shown, i.currency, i.fx_rule,
    r.value, r.unit, r.value_usd, r.fx_rate, r.change, r.change_bound, r.publisher, r.address,
    r.said_from, r.as_of, r.source_id, r.snapshot_id, r.row_no, r.illustrative
from said r
join apps a using (app_id)
join shown i
    on i.app_id = r.app_id and i.period_start = r.period_start and i.period_end = r.period_end
    and i.grain = r.grain and i.native_unit = r.unit and i.scope is not distinct from r.scope
order by a.position, r.period_start, r.period_end, i.currency
