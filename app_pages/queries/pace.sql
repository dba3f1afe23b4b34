-- One target month by month, in the currency it is compared in: reported, projected, even path.
select
    app_id, month, month_end, state, unit, target, cumulative, cumulative_low, cumulative_high,
    cumulative_bound, share_of_target, share_of_period, share_of_year_before, even_path,
    is_latest_reported, as_of, illustrative
from pace
where target_id = $target_id
order by month
