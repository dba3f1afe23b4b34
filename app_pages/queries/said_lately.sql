-- Public statements that became known after a day.
select
    s.app_id, coalesce(a.name_en, s.app_id) as name_en, s.metric, s.period_start, s.period_end,
    s.value, s.unit, s.bound, s.kind, s.issuer, s.publisher, s.address, s.said_from, s.as_of,
    s.illustrative
from statements s
left join apps a using (app_id)
where s.as_of > $after and ($app_id is null or s.app_id = $app_id)
order by s.as_of desc, a.position nulls last, s.app_id, s.metric, s.row_no
