-- What becomes of one target by each method.
select
    method, method_text, target_usd, reported_usd, reported_bound, reported_through,
    share_of_target, remaining_usd, monthly_rate_usd, rate_bound, rate_as_of, months_left,
    needed_monthly_change, implied_full_year_usd, passed_month, passes, illustrative
from scenarios
where target_id = $target_id
order by list_position(['reported_only', 'last_quarter', 'last_month', 'run_rate', 'growth'], method)
