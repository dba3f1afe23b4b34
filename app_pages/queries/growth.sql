-- One series an app, estimated or as its store reports it, month by month, with its changes. Money
-- is in the currency asked for (null where no rate is known), else as stated. The changes are those
-- of the figures as stated: no rate is in them.
select
    g.app_id, a.name_en, a.name_zh, a.colour, g.metric, g.month, g.platform, g.country,
    case when $currency is null or g.basis = 'none' then g.value else i.value end as value,
    case when g.basis = 'none' then g.unit else coalesce($currency, g.unit) end as unit,
    g.value as native_value, g.unit as native_unit, i.fx_rule, i.change_from_rate,
    g.basis, g.kind, g.scope, g.complete, g.mom_change, g.yoy_change, g.cmgr3, g.index,
    g.mtd_change, g.mtd_days, g.caveat, g.caveat_code, m.covered_from, m.covered_through,
    m.days_covered, m.days_in_month, g.derived, g.bound, g.snapshot_id, g.source_id, g.source_producer, g.as_of,
    g.illustrative, f.covers
from growth g
join apps a using (app_id)
left join freshness f on f.source_id = g.source_id
left join monthly m using (app_id, metric, month, platform, country, unit, basis)
left join monthly_in i
    on i.app_id = g.app_id and i.metric = g.metric and i.month = g.month
    and i.platform = g.platform and i.country = g.country and i.basis = g.basis
    and i.kind = g.kind and i.native_unit = g.unit and i.currency = $currency
where list_contains($app_ids, g.app_id)
  and g.metric = $metric and g.platform = $platform and g.country = $country
order by a.position, unit, g.unit, g.basis, g.kind, g.month
