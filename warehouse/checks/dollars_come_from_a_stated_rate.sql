select app_id, metric, period_start, value_usd, fx_rate
from reported
where value_usd is not null and (fx_rate is null or fx_rule is null)
