-- Every worldwide figure of a metric, those said most often first; days are left to the months.
select
    v.app_id, coalesce(a.name_en, v.app_id) as name_en, v.metric, v.period_start, v.period_end,
    v.grain, v.platform, v.unit, v.basis, v.kind,
    case when v.kind = 'estimate' then v.source_id else coalesce(v.issuer, '') end as said_by,
    case when v.basis = 'none' then coalesce(v.scope, '') else '' end as scope
from vintages v
left join apps a using (app_id)
where v.metric = $metric and v.country = 'WW' and v.grain <> 'day'
  and ($app_id is null or v.app_id = $app_id)
group by all
order by
    max(a.position) nulls last, count(distinct v.value) desc, count(*) desc, v.period_start desc,
    v.app_id, v.kind, said_by, v.unit, v.basis, v.platform, scope
