-- One quarter of one app: tracked revenue over the revenue the company reported for it.
-- Only quarters of three complete tracked months. The figures of the series are over all quarters
-- known at the knowledge date. Enough means four quarters at least, and that the mean of the others
-- misses a quarter by 25% at most on average.
with in_series as (
    select
        *,
        count(*) over series as quarters,
        round(sum(coverage) over series, 12) as total,
        round(avg(coverage) over series, 12) as coverage_mean,
        round(stddev_samp(coverage) over series, 12) as coverage_sd,
        max(case when newest = 1 then coverage end) over series as last_coverage
    from coverage_then
    where is_now
    window series as (partition by app_id, source_id, basis, unit)
),

left_out as (
    select
        *,
        last_coverage / coverage_mean - 1 as drift,
        case when quarters > 1 then coverage / ((total - coverage) / (quarters - 1)) - 1 end
            as leave_one_out_error
    from in_series
),

judged as (
    select
        *,
        round(avg(abs(leave_one_out_error)) over (partition by app_id, source_id, basis, unit), 12)
            as leave_one_out_mape
    from left_out
)

select
    app_id,                                                         -- the app
    source_id,                                                      -- the source that tracks it
    basis,                                                          -- basis of the tracked figure, never mixed with another
    unit,                                                           -- the currency the source states
    quarter_start,                                                  -- first day of the quarter
    quarter_end,                                                    -- last day of the quarter
    tracked_usd,                                                    -- tracked in the quarter, in the source's basis
    tracked_bound,                                                  -- what its months' bounds leave of it
    tracked_gross_usd,                                              -- what customers paid: net of store / 0.7, gross as it is
    case basis
        when 'net_of_store' then 'net of store / 0.7: a store keeps 30%'
        when 'gross' then 'gross as stated'
        else 'no rule for this basis'
    end as gross_rule,                                              -- how that came about
    reported_usd,                                                   -- reported for the same quarter
    reported_bound,                                                 -- its bound
    coverage,                                                       -- tracked over reported, a fraction
    coverage_bound,                                                 -- at_most where the company said "over"
    cast(tracked_gross_usd / reported_usd as double) as coverage_gross, -- the grossed figure over reported
    cast(quarters - newest + 1 as integer) as quarter_no,           -- its place among the quarters, 1 for the first
    cast(quarters as integer) as quarters,                          -- how many quarters there are
    coverage_mean,                                                  -- mean over them
    coverage_sd,                                                    -- sample standard deviation; null for one quarter
    leave_one_out_error,                                            -- reported as the mean of the others has it, over reported, less 1
    leave_one_out_mape,                                             -- mean of these errors without their sign
    drift,                                                          -- the last quarter over the mean, less 1
    quarters >= 4 and leave_one_out_mape <= 0.25 as enough,         -- whether the ratio can carry a nowcast by itself
    case
        when quarters = 1 then '1 quarter: not enough, 4 are needed'
        when quarters < 4 then quarters || ' quarters: not enough, 4 are needed'
        when leave_one_out_mape > 0.25 then quarters || ' quarters, but the mean of the others misses one by '
            || cast(leave_one_out_mape * 100 as decimal(18, 1)) || '% on average: not steady enough, 25% is the limit'
    end as not_enough_why,                                          -- why not; null when it is enough
    case
        when quarters = 1 then 'one_quarter'
        when quarters < 4 then 'few_quarters'
        when leave_one_out_mape > 0.25 then 'not_steady'
    end as not_enough_code,                                         -- the same in one word, which stays when the sentence is worded anew
    as_of,                                                          -- newest statement used
    illustrative                                                    -- invented figures among the parts
from judged
