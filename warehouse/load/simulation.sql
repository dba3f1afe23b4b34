insert into mart.simulation
select
    $target_id, $app_id, $knowledge_date, $seed, $paths, $changes, $mean_log_change, $sd_log_change, $unit, $target,
    $months_left, $probability_met, $p5, $p25, $p50, $p75, $p95, $passed_month, $outcome, $to_miss,
    $why, $illustrative;
