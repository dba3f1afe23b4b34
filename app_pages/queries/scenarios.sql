-- What becomes of one target by each method, in the currency it is compared in and in US dollars.
select
    method, method_text, unit, target, target_usd, reported, reported_usd, reported_bound,
    reported_through, share_of_target, remaining, remaining_usd, monthly_rate, monthly_rate_usd,
    rate_bound, rate_month, rate_as_of, is_newest_rate, months_left, needed_monthly_change,
    implied_full_year, implied_full_year_usd, passed_month, passes, illustrative
from scenarios
where target_id = $target_id
order by list_position(
    ['reported_only', 'last_quarter', 'last_month', 'run_rate', 'growth', 'last_year'], method
)
