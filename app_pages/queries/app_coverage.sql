-- What a feed tracked of a quarter's reported revenue of an app, newest first.
select
    c.source_id, f.producer, c.basis, c.quarter_start, c.quarter_end, c.tracked_usd, c.tracked_bound,
    c.reported_usd, c.reported_bound, c.coverage, c.coverage_bound, c.quarters, c.coverage_mean,
    c.leave_one_out_mape, c.enough, c.not_enough_why, c.not_enough_code, c.as_of, c.illustrative
from coverage c
left join freshness f on f.source_id = c.source_id
where c.app_id = $app_id
order by c.illustrative, c.source_id, c.basis, c.quarter_start desc
