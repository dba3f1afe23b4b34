-- Targets first known after a day.
select
    t.app_id, coalesce(a.name_en, t.app_id) as name_en, t.metric, t.period_start, t.period_end,
    t.value, t.unit, t.bound, t.kind, t.issuer, t.publisher, t.address, t.said_from,
    t.first_said as as_of, t.is_newest, t.is_conflict, t.conflicts_with, t.illustrative
from targets t
left join apps a using (app_id)
where t.first_said > $after and ($app_id is null or t.app_id = $app_id)
order by t.first_said desc, a.position nulls last, t.app_id, t.issuer, t.metric, t.value
