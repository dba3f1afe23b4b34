-- Figures a company stated about its own periods, of one metric and grain.
select
    app_id, metric, period_start, period_end, grain, basis, bound, value, unit, fx_rate, fx_days,
    fx_rule, value_usd, statements, conflicts, previous_value, change, change_bound, scope,
    publisher, address, as_of, said_from, source_id, snapshot_id, row_no, illustrative
from reported
where app_id = $app_id and metric = $metric and grain = $grain and basis = $basis
order by period_start, period_end
