-- What becomes of one target by each method, with the rate each goes on from.
select
    s.method, s.method_text, s.target_usd, s.reported_usd, s.reported_bound, s.reported_through,
    s.share_of_target, s.remaining_usd, s.monthly_rate_usd, s.rate_as_of, s.months_left,
    s.needed_monthly_change, s.implied_full_year_usd, s.passed_month, s.passes, s.illustrative,
    r.rate_month, r.quarterly_change
from scenarios s
left join (
    select target_id, method, any_value(rate_month) as rate_month,
        any_value(quarterly_change) as quarterly_change
    from paths
    group by target_id, method
) r using (target_id, method)
where s.target_id = $target_id
order by list_position(['reported_only', 'last_quarter', 'run_rate', 'growth'], s.method)
