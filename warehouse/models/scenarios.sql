-- One way of going on from what was reported, for one standing revenue target.
with recursive path as (
    select * from paths
),

ended as (
    select
        target_id, app_id, metric, issuer, kind, is_headline, period_start, period_end, target_usd,
        unit, target, method, reported_through, reported_usd, reported, rate_month, rate_usd, rate,
        quarterly_change, times_year_before, rate_as_of,
        max(case when not is_reported then cumulative else reported end) as implied,
        max(case when stated_basis = 'recognised' then 1 else 0 end) as has_stated,
        max(case when not is_reported then cumulative_usd else reported_usd end) as implied_usd,
        sum(case when is_reported then 0 else 1 end) as months_left,
        min(case when cumulative >= target then month end) as passed_month,
        max(case when illustrative then 1 else 0 end) = 1 as illustrative
    from path
    group by target_id, app_id, metric, issuer, kind, is_headline, period_start, period_end,
        target_usd, unit, target, method, reported_through, reported_usd, reported, rate_month,
        rate_usd, rate, quarterly_change, times_year_before, rate_as_of
),

bound_of_report as (
    select target_id, method, cumulative_bound
    from path
    where month_end = reported_through and is_reported
),

search(target_id, method, rate, needed, months_left, low, high, step) as (
    select
        target_id, method, cast(rate as double), cast(target - reported as double),
        months_left, cast(-0.9999 as double), cast(9 as double), 0
    from ended
    where rate > 0 and months_left > 0 and target > reported
    union all
    select
        target_id, method, rate, needed, months_left,
        case when rate * (1 + (low + high) / 2)
                * (power(1 + (low + high) / 2, months_left) - 1) / ((low + high) / 2) < needed
            then (low + high) / 2 else low end,
        case when rate * (1 + (low + high) / 2)
                * (power(1 + (low + high) / 2, months_left) - 1) / ((low + high) / 2) < needed
            then high else (low + high) / 2 end,
        step + 1
    from search
    where step < 50
),

found as (
    select target_id, method, case when high < 8.999 then round(high, 8) end as needed_monthly_change
    from search
    where step = 50
)

select
    e.target_id,                                                        -- the target
    e.app_id,                                                           -- the app or company
    e.metric,                                                           -- revenue
    e.issuer,                                                           -- whose target it is
    e.kind,                                                             -- guidance or forecast
    e.is_headline,                                                      -- the one the dashboard opens with
    e.period_start,                                                     -- first day of the target's period
    e.period_end,                                                       -- last day of the target's period
    e.target_usd,                                                       -- the target in US dollars
    e.unit,                                                             -- currency it is compared in: its own where the company reports in it, else USD
    e.target,                                                           -- the target in that unit
    e.method,                                                           -- reported_only, last_quarter, last_month, run_rate, growth or last_year
    case e.method
        when 'reported_only' then 'Nothing more comes after ' || e.reported_through
            || case when e.has_stated = 1 then ' but the months the company stated.' else '.' end
        when 'last_month' then 'The revenue the company stated for ' || substr(cast(e.rate_month as varchar), 1, 7)
            || ' (US$' || cast(e.rate_usd / 1000000 as decimal(18, 2)) || 'M, known since '
            || e.rate_as_of || ') comes every month.'
        when 'last_quarter' then 'The average month of the quarter from ' || e.rate_month || ' (US$'
            || cast(e.rate_usd / 1000000 as decimal(18, 2)) || 'M, known since ' || e.rate_as_of || ') stays.'
        when 'run_rate' then 'The run rate the company stated for ' || substr(cast(e.rate_month as varchar), 1, 7)
            || ' (US$' || cast(e.rate_usd / 1000000 as decimal(18, 2)) || 'M a month, known since '
            || e.rate_as_of || ') stays.'
        when 'last_year' then 'Each month left brings what it brought a year before, times '
            || cast(e.times_year_before as decimal(18, 2))
            || ' as the quarters reported are of the same a year before (known since ' || e.rate_as_of || ').'
        else 'The change of the quarter from ' || e.rate_month || ' on the one before ('
            || cast(e.quarterly_change * 100 as decimal(18, 1)) || '%, known since ' || e.rate_as_of
            || ') repeats each quarter.'
    end as method_text,                                                 -- the method in a sentence
    e.reported_usd,                                                     -- reported from the period's start
    b.cumulative_bound as reported_bound,                               -- its bound; null when nothing is reported
    e.reported_through,                                                 -- last day reported, or the day before the period
    e.reported,                                                         -- the same in the unit
    cast(e.reported / e.target as double) as share_of_target,           -- reported over target, both in the unit, a fraction
    cast(greatest(e.target_usd - e.reported_usd, 0) as decimal(18, 2))
        as remaining_usd,                                               -- still needed
    cast(greatest(e.target - e.reported, 0) as decimal(18, 2))
        as remaining,                                                   -- the same in the unit
    case when e.rate_month is not null then e.rate_usd end
        as monthly_rate_usd,                                            -- the month gone on from, US dollars
    case when e.rate_month is not null then e.rate end as monthly_rate, -- the same in the unit
    case e.method
        when 'run_rate' then r.bound
        when 'last_month' then m.bound
        when 'reported_only' then null
        when 'last_year' then null
        else q.bound
    end
        as rate_bound,                                                  -- exact, approx, at_least or at_most, of that month
    e.rate_month,                                                       -- first day of the month or quarter that rate is from; null without one
    e.rate_as_of,                                                       -- day from which that rate is known
    e.method = case when exists (
        select 1 from ended as n where n.target_id = e.target_id and n.method = 'last_month'
    ) then 'last_month' else 'last_quarter' end as is_newest_rate,      -- goes on from the newest recognised revenue known
    cast(e.months_left as integer) as months_left,                      -- months of the period after the last report
    f.needed_monthly_change,                                            -- growth each month from that rate which just reaches the target
    e.implied_usd as implied_full_year_usd,                             -- the period's sum by this method
    e.implied as implied_full_year,                                     -- the same in the unit
    e.passed_month,                                                     -- month the target is passed, in the unit; null when not in the period
    e.passed_month is not null as passes,                               -- whether it is passed in the period
    e.illustrative                                                      -- invented figures among the parts
from ended as e
left join bound_of_report as b on b.target_id = e.target_id and b.method = e.method
left join quarters as q
    on q.app_id = e.app_id and q.metric = e.metric and q.quarter_start = e.rate_month
left join run_rates as r on r.app_id = e.app_id and r.month = e.rate_month
left join stated_months as m
    on m.app_id = e.app_id and m.metric = e.metric and m.month = e.rate_month
left join found as f on f.target_id = e.target_id and f.method = e.method
