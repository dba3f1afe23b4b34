-- Every value an issuer set for an app, the period to come last first.
select
    issuer, kind, metric, period_start, period_end, value, unit, basis, bound, scope, value_usd,
    fx_rate, fx_rule, first_said, said_from, publisher, address, is_newest, is_conflict,
    conflicts_with, is_headline, illustrative
from targets
where app_id = $app_id
order by is_headline desc, not is_newest, period_start desc, metric, issuer, first_said desc, value
