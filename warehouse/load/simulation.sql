insert into mart.simulation
select
    $target_id, $app_id, $knowledge_date, $seed, $paths, $changes, $mean, $sd, $unit, $target,
    $months_left, $probability, $p5, $p25, $p50, $p75, $p95, $passed_month, $outcome, $to_miss,
    $why, $illustrative;
