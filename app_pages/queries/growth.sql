-- One series an app, estimated or as its store reports it, month by month, with its changes.
select
    g.app_id, a.name_en, a.name_zh, a.colour, g.metric, g.month, g.platform, g.country, g.value,
    g.unit, g.basis, g.kind, g.scope, g.complete, g.mom_change, g.yoy_change, g.cmgr3, g.index, g.mtd_change,
    g.mtd_days, g.caveat, m.covered_from, m.covered_through, m.days_covered, m.days_in_month,
    g.derived, g.bound, g.snapshot_id, g.source_id, g.source_producer, g.as_of, g.illustrative,
    f.covers
from growth g
join apps a using (app_id)
left join freshness f on f.source_id = g.source_id
left join monthly m using (app_id, metric, month, platform, country, unit, basis)
where list_contains($app_ids, g.app_id)
  and g.metric = $metric and g.platform = $platform and g.country = $country
order by a.position, g.unit, g.basis, g.kind, g.month
