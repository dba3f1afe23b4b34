-- One reported quarter in every currency that is known
select app_id, period_end, currency, bound, round(value / 1e6, 1) as millions, fx_rule
from reported_in
where metric = 'revenue' and grain = 'quarter'
qualify dense_rank() over (order by period_end desc, app_id) = 1
order by currency
