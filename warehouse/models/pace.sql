-- One month of one standing revenue target: how far what was reported, stated or projected reaches.
-- Where nothing is reported the sum is the low case: the lowest of the methods in scenarios, the
-- floor (nothing more comes) aside.
with month_of_target as (
    select
        target_id, app_id, metric, issuer, kind, is_headline, period_start, period_end, target_usd,
        unit, target, month, month_end, is_reported, reported_through,
        max(stated_basis) as stated_basis,
        min(case when is_reported then cumulative_usd end) as reported_usd,
        min(case when method <> 'reported_only' and not is_reported then cumulative_usd end) as low_usd,
        max(case when method <> 'reported_only' and not is_reported then cumulative_usd end) as high_usd,
        min(case when is_reported then cumulative end) as reported,
        min(case when method <> 'reported_only' and not is_reported then cumulative end) as low,
        max(case when method <> 'reported_only' and not is_reported then cumulative end) as high,
        max(case when is_reported or method <> 'reported_only' then cumulative_bound end) as any_bound,
        max(case when is_reported then null else as_of end) as projected_as_of,
        min(as_of) as reported_as_of,
        max(share_of_year_before) as share_of_year_before,
        max(case when illustrative then 1 else 0 end) = 1 as illustrative
    from paths
    group by target_id, app_id, metric, issuer, kind, is_headline, period_start, period_end,
        target_usd, unit, target, month, month_end, is_reported, reported_through
)

select
    target_id,                                                      -- the target
    app_id,                                                         -- the app or company
    metric,                                                         -- revenue
    issuer,                                                         -- whose target it is
    kind,                                                           -- guidance or forecast
    is_headline,                                                    -- the one the dashboard opens with
    period_start,                                                   -- first day of the target's period
    period_end,                                                     -- last day of the target's period
    target_usd,                                                     -- the target in US dollars
    unit,                                                           -- currency it is compared in: its own where the company reports in it, else USD
    target,                                                         -- the target in that unit
    month,                                                          -- first day of the month
    month_end,                                                      -- its last day, or the period's
    case
        when is_reported then 'reported'
        when stated_basis = 'run_rate' then 'run_rate'
        when stated_basis is not null then 'stated'
        else 'projected'
    end as state,                                                   -- reported; stated: the month's revenue alone; run_rate or projected
    case when is_reported then reported_usd else low_usd end
        as cumulative_usd,                                          -- from the period's start; null inside a reported quarter
    case when is_reported then reported_usd else low_usd end
        as cumulative_low_usd,                                      -- the lowest method
    case
        when not is_reported then high_usd
        when any_bound in ('exact', 'approx') then reported_usd
    end as cumulative_high_usd,                                     -- the highest method; null where "at least" has no top
    case when is_reported then reported else low end as cumulative, -- the sum in the unit
    case when is_reported then reported else low end
        as cumulative_low,                                          -- the lowest method in the unit
    case
        when not is_reported then high
        when any_bound in ('exact', 'approx') then reported
    end as cumulative_high,                                         -- the highest method in the unit
    case when is_reported then any_bound end
        as cumulative_bound,                                        -- exact, approx, at_least or at_most; null where not reported
    cast(case when is_reported then reported else low end / target as double)
        as share_of_target,                                         -- sum over target, both in the unit, a fraction
    (datediff('day', period_start, month_end) + 1.0)
        / (datediff('day', period_start, period_end) + 1) as share_of_period, -- days gone, a fraction
    share_of_year_before,                                           -- how much of the year before had come by the same quarter's end, a fraction
    cast(target_usd * (datediff('day', period_start, month_end) + 1)
        / (datediff('day', period_start, period_end) + 1) as decimal(18, 2))
        as even_path_usd,                                           -- the target spread evenly over the days
    cast(target * (datediff('day', period_start, month_end) + 1)
        / (datediff('day', period_start, period_end) + 1) as decimal(18, 2))
        as even_path,                                               -- the same in the unit
    month_end = reported_through as is_latest_reported,             -- the last month a report reaches
    case when is_reported then reported_as_of else projected_as_of end
        as as_of,                                                   -- newest statement used
    illustrative                                                    -- invented figures among the parts
from month_of_target
