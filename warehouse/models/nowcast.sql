-- One month whose revenue is not yet reported: what the company may report for it, with ranges.
-- The method is the one nowcast_record says is used; where that has nothing for a month, the better
-- naive rule. A month whose revenue the company stated itself is that. A range is the spread of the
-- method's past errors, of whole quarters, times the root of the quarters ahead, times Student's t.
with record as (
    select * from nowcast_record
),

chosen as (
    select
        w.*, u.why, u.model_beats_naive, u.method as used_method,
        coalesce(r.illustrative, false) as verdict_illustrative,
        case
            when w.stated_month = w.month and w.stated_basis = 'recognised' then 'stated_month'
            when u.method = 'combined' and w.combined_usd is not null then 'combined'
            when n.method = 'last_growth' and w.last_growth_usd is not null then 'last_growth'
            else 'last_value'
        end as method
    from nowcast_ways as w
    join record as u on u.app_id = w.app_id and u.used
    join record as n on n.app_id = w.app_id and n.is_better_naive
    left join record as r on r.app_id = w.app_id and r.method = 'combined'
    where w.is_now
),

measured as (
    select
        c.*, coalesce(r.quarters, 0) as errors, r.spread * sqrt(c.ahead) as spread,
        case c.method
            when 'stated_month' then c.stated_usd
            when 'combined' then c.combined_usd
            when 'last_growth' then c.last_growth_usd
            else c.last_value_usd
        end as nowcast_usd,
        r.as_of as record_as_of
    from chosen as c
    left join record as r on r.app_id = c.app_id and r.method = c.method
),

told as (
    select m.*, m.errors >= 2 and t.t90 * m.spread <= 9 as has_range
    from measured as m
    left join t_quantiles as t on t.errors = least(m.errors, 30)
)

select
    n.app_id,                                                       -- the app or company
    n.month,                                                        -- first day of the month
    n.month_end,                                                    -- its last day
    n.quarter_start,                                                -- first day of its quarter
    n.ahead,                                                        -- quarters after the last one reported
    n.reported_through,                                             -- last day reported
    n.method,                                                       -- combined, last_value, last_growth or stated_month
    cast(n.nowcast_usd as decimal(18, 2)) as nowcast_usd,           -- the estimate by that method, US dollars
    case when n.has_range then cast(n.nowcast_usd * exp(-t.t50 * n.spread) as decimal(28, 2)) end
        as low50_usd,                                               -- 50% range, from; null with fewer than two past errors, or where they tell nothing
    case when n.has_range then cast(n.nowcast_usd * exp(t.t50 * n.spread) as decimal(28, 2)) end
        as high50_usd,                                              -- 50% range, to
    case when n.has_range then cast(n.nowcast_usd * exp(-t.t90 * n.spread) as decimal(28, 2)) end
        as low90_usd,                                               -- 90% range, from
    case when n.has_range then cast(n.nowcast_usd * exp(t.t90 * n.spread) as decimal(28, 2)) end
        as high90_usd,                                              -- 90% range, to
    cast(n.errors as integer) as past_errors,                       -- past errors the range is from
    case
        when n.method = 'stated_month' then 'The company stated this month itself; no range is worked out.'
        when n.errors < 2 then n.errors || case when n.errors = 1 then ' past error' else ' past errors' end
            || ': no range can be told, 2 are needed.'
        when not n.has_range then 'Its past errors are so large that a range would tell nothing.'
        when n.errors < 8 then 'From ' || n.errors || ' past errors only, so it is wide; they are errors of whole quarters, and one month can lie further off.'
        else 'From ' || n.errors || ' past errors of whole quarters; one month can lie further off.'
    end as range_why,                                               -- what the range rests on
    case
        when n.method = 'stated_month' then 'The company stated the revenue of this month.'
        when n.method <> n.used_method then n.why || ' It has nothing for this month, so '
            || n.method || ' stands in.'
        else n.why
    end as method_why,                                              -- why that method is used
    n.model_beats_naive,                                            -- whether the two ways combined beat both naive rules
    n.coverage_usd,                                                 -- tracked month over the mean coverage
    n.coverage,                                                     -- that mean, a fraction
    n.coverage_quarters,                                            -- quarters it is the mean of
    n.stated_usd,                                                   -- the month as stated, or a run rate / 12
    n.stated_month,                                                 -- the month that statement is about
    n.combined_usd,                                                 -- the two combined, or the one there is
    n.coverage_weight,                                              -- weight of the tracked way in it
    n.stated_weight,                                                -- weight of the statement in it
    case
        when n.coverage_weight is null then 'Nothing complete is tracked for this month and nothing is stated since the last report.'
        when n.stated_usd is null then 'Nothing is stated since the last report: the tracked way alone.'
        when n.coverage_usd is null then 'No complete tracked month, or fewer than 2 quarters of coverage: the statement alone.'
        when n.coverage_weight = 0 then 'The company stated this month''s revenue: it goes before an estimate.'
        when n.stated_month = n.month then 'A run rate of this very month counts three times as much as an estimate.'
        else 'The statement is about an earlier month: it counts as much as the estimate.'
    end as weights_why,                                             -- why these weights
    n.last_value_usd,                                               -- naive: the last quarter's average month
    n.last_growth_usd,                                              -- naive: its change repeated each quarter
    n.last_bound as reported_bound,                                 -- of the last report; after "at least" this estimates what will be named, a floor
    greatest(n.as_of, n.record_as_of) as as_of,                     -- newest statement used
    n.illustrative or n.verdict_illustrative as illustrative        -- invented figures among the parts, or behind the choice of method
from told as n
left join t_quantiles as t on t.errors = least(n.errors, 30)
