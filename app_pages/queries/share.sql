-- Each tracked app's share of the tracked set, month by month; the largest share of a month first.
select
    s.app_id, a.name_en, a.name_zh, a.colour, s.metric, s.month, s.platform, s.country, s.value,
    s.unit, s.basis, s.kind, s.set_value, s.apps, s.share, s.share_bound, s.apps_missing,
    s.missing_names, s.leaves_out, s.caveat, s.caveat_code, s.sources, s.scopes, s.scope,
    s.source_id, f.producer as source_producer, f.covers, s.as_of, s.illustrative
from share s
join apps a using (app_id)
left join freshness f on f.source_id = s.source_id
where s.metric = $metric and s.platform = $platform and s.country = $country
order by s.illustrative, s.unit, s.basis, s.kind, s.month, s.share desc, a.position
