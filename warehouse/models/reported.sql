-- One figure a company reported about one period, in its own unit and in US dollars.
with figure as (
    select
        s.*,
        r.fx_rate,
        r.fx_days,
        case when s.basis = 'none' then 'not money' else r.fx_rule end as fx_rule,
        cast(s.value / r.fx_rate as decimal(18, 2)) as value_usd
    from statements as s
    left join rates as r
        on s.basis <> 'none' and r.currency = s.unit and r.period_start = s.period_start
        and r.period_end = s.period_end and r.grain = s.grain
    where s.kind = 'reported' and s.preferred
)

select
    f.app_id,                                                   -- the app or company
    f.metric,                                                   -- what was reported
    f.period_start,                                             -- first day of the period
    f.period_end,                                               -- last day of the period
    f.grain,                                                    -- month, quarter, year, cumulative or point
    f.platform,                                                 -- ios, android, web or all
    f.country,                                                  -- ISO 3166-1 alpha-2, or WW
    f.basis,                                                    -- recognised, cash, run_rate and others, or none
    f.bound,                                                    -- exact, approx, at_least or at_most
    f.value,                                                    -- as reported, in its unit
    f.unit,                                                     -- a currency code, users and the like
    f.fx_rate,                                                  -- units for one US dollar; null when not money
    f.fx_days,                                                  -- days the rate is the average of
    f.fx_rule,                                                  -- which days, in words
    f.value_usd,                                                -- in US dollars at that rate
    case when f.basis = 'run_rate' then cast(f.value_usd / 12 as decimal(18, 2)) end
        as monthly_equivalent_usd,                              -- a run rate divided by twelve; else null
    f.statements,                                               -- how many statements say this value
    f.conflicts,                                                -- how many say another
    p.value as previous_value,                                  -- the adjacent period before, same grain and unit
    case when p.value > 0 then f.value / p.value - 1 end as change,     -- as a fraction of the period before
    case when p.value > 0 then pb.change_bound end
        as change_bound,                                        -- what the two bounds leave of the change
    y.value as year_before_value,                               -- the same period a year before, same grain and unit
    case when y.value > 0 then f.value / y.value - 1 end as yoy_change, -- as a fraction of that
    case when y.value > 0 then yb.change_bound end
        as yoy_change_bound,                                    -- what those two bounds leave of the change
    case when p.value_usd > 0 then cast(f.value_usd / p.value_usd as double) - 1 end
        as usd_change,                                          -- in US dollars, each period at its own rate
    case when p.value_usd > 0 and p.value > 0 then f.value / p.value - 1 end
        as change_constant_currency,                            -- in US dollars, both at the rate of the period before
    case when p.value_usd > 0 and p.value > 0
        then cast(f.value_usd / p.value_usd as double) - f.value / p.value end
        as change_from_rate,                                    -- what the rate adds: usd_change less change_constant_currency
    case when y.value_usd > 0 then cast(f.value_usd / y.value_usd as double) - 1 end
        as yoy_usd_change,                                      -- on the year before in US dollars, each at its own rate
    case when y.value_usd > 0 and y.value > 0 then f.value / y.value - 1 end
        as yoy_change_constant_currency,                        -- the same, both at the rate of the year before
    case when y.value_usd > 0 and y.value > 0
        then cast(f.value_usd / y.value_usd as double) - f.value / y.value end
        as yoy_change_from_rate,                                -- what the rate adds to it
    f.scope,                                                    -- what it covers, in the source's words
    f.quality,                                                  -- company or secondary
    f.note,                                                     -- caveats
    f.publisher,                                                -- who published it
    f.address,                                                  -- where it can be read
    f.as_of,                                                    -- day from which it counts as known
    f.said_from,                                                -- earliest day it may have been said
    f.source_id,                                                -- the source
    f.snapshot_id,                                              -- the file it came in
    f.row_no,                                                   -- row number in that file
    f.illustrative                                              -- invented figures, to be marked as such
from figure as f
left join figure as p
    on p.app_id = f.app_id and p.metric = f.metric and p.grain = f.grain
    and p.platform = f.platform and p.country = f.country and p.unit = f.unit
    and p.basis = f.basis and p.scope_key = f.scope_key
    and p.period_end = f.period_start - interval 1 day
    and f.grain in ('month', 'quarter', 'year')
left join figure as y
    on y.app_id = f.app_id and y.metric = f.metric and y.grain = f.grain
    and y.platform = f.platform and y.country = f.country and y.unit = f.unit
    and y.basis = f.basis and y.scope_key = f.scope_key
    and y.period_start = f.period_start - interval 1 year
    and date_trunc('month', y.period_end) = date_trunc('month', f.period_end - interval 1 year)
    and f.grain in ('month', 'quarter', 'year', 'cumulative')
left join change_bounds as pb on pb.bound = cast(f.bound as varchar) and pb.bound_before = cast(p.bound as varchar)
left join change_bounds as yb on yb.bound = cast(f.bound as varchar) and yb.bound_before = cast(y.bound as varchar)
