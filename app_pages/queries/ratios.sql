-- Revenue of a month for each monthly user and each download, tracked app by tracked app.
select
    r.app_id, a.name_en, a.name_zh, a.colour, r.month, r.platform, r.country, r.per, r.basis,
    r.unit, r.revenue, r.counted, r.ratio, r.ratio_bound, r.kind, r.counted_kind, r.source_id,
    r.counted_source_id, f.producer as source_producer, c.producer as counted_producer, r.caveat,
    r.as_of, r.illustrative
from ratios r
join apps a using (app_id)
left join freshness f on f.source_id = r.source_id
left join freshness c on c.source_id = r.counted_source_id
where a.tracked and r.platform = $platform and r.country = $country and r.ratio is not null
order by r.per desc, r.illustrative, r.unit, r.basis, r.kind, r.month, r.ratio desc, a.position
