-- One target month by month: what is reported, what is projected, the even path.
select
    month, month_end, state, cumulative_usd, cumulative_low_usd, cumulative_high_usd,
    cumulative_bound, share_of_target, share_of_period, even_path_usd, is_latest_reported, as_of,
    target_usd, illustrative
from pace
where target_id = $target_id
order by month
