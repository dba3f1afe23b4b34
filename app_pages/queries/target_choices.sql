-- Every standing target of recognised revenue, the headline first, then the nearest period.
select
    t.target_id, t.app_id, a.name_en, a.name_zh, a.colour, t.metric, t.period_start, t.period_end,
    t.kind, t.issuer, t.value, t.unit, t.bound, t.fx_rate, t.fx_rule, t.value_usd, t.first_said,
    t.said_from, t.last_said, t.statements, t.publishers, t.publisher, t.address, t.note,
    t.is_headline, t.illustrative
from targets t
join apps a using (app_id)
where t.is_newest and t.basis = 'recognised' and t.value_usd is not null
order by
    t.is_headline desc, a.position, abs(t.period_start - getvariable('today')::date),
    t.kind, t.value_usd, t.target_id
