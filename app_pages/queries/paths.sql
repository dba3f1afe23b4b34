-- One target month by month by each method of going on, with the rate each goes on from.
select
    method, month, month_end, is_reported, unit, cumulative, cumulative_bound, stated_basis,
    rate_month, quarterly_change, times_year_before, as_of, illustrative
from paths
where target_id = $target_id
order by method, month
