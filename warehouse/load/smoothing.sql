insert into mart.smoothing
select
    $target_id, $app_id, $knowledge_date, $seed, $paths, $months, $months_needed, $nowcasts,
    $run_rates, $from_month, $through_month, $unit, $target, $months_left, $implied_full_year, $low90, $low50,
    $high50, $high90, $probability_met, $passed_month, $state, $why, $as_of, $illustrative;
