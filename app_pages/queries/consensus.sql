-- What the forecasters of one target's period expect together; guidance is never among them.
select
    issuers, issuer_names, unit, mean, median, high, low, mean_usd, median_usd, high_usd, low_usd,
    bound, oldest_as_of, as_of, illustrative
from consensus
where app_id = $app_id and metric = $metric and basis = 'recognised'
  and period_start = $period_start and period_end = $period_end
