-- Two sources of one month of one app, the widest spread of a month first.
select
    r.app_id, a.name_en, a.name_zh, a.colour, r.metric, r.month, r.platform, r.country, r.unit,
    r.basis, r.source_id, r.other_source_id, r.kind, r.other_kind, r.scope, r.other_scope,
    r.is_shown, r.value, r.other_value, r.bound, r.other_bound, r.complete, r.other_complete,
    r.difference, r.spread, r.ratio - 1 as off_by, r.ratio_bound, r.caveat, r.as_of, r.illustrative,
    f.producer as source_producer, o.producer as other_producer
from reconciliation r
join apps a using (app_id)
left join freshness f on f.source_id = r.source_id
left join freshness o on o.source_id = r.other_source_id
where r.metric = $metric and r.country = $country
order by r.illustrative, r.unit, r.basis, r.month, r.spread desc nulls last, a.position, r.platform
