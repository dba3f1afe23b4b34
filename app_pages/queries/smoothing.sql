-- What becomes of one target by exponential smoothing; nothing in a replay of another day than its own.
select
    state, paths, months, months_needed, nowcasts, run_rates, from_month, through_month, unit,
    months_left, implied_full_year, low90, low50, high50, high90, probability_met, passed_month,
    as_of, illustrative
from smoothing
where target_id = $target_id
