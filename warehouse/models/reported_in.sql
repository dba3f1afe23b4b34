-- One figure of money a company reported, in one currency: its own and each other that is known.
-- Ask it with where currency = '…' to see everything in one currency. What flows over a period is
-- turned at the period's average rate; what stands on a day at the last rate up to that day, at most
-- ten days before; a run rate, being one month's money, at that month's average. No rate, no row.
-- kept: no
with figure as (
    select
        r.*,
        case when r.basis = 'run_rate' and r.grain = 'point'
            then cast(date_trunc('month', r.period_end) as date) else r.period_start end as rate_from,
        case when r.basis = 'run_rate' and r.grain = 'point'
            then cast(date_trunc('month', r.period_end) + interval 1 month - interval 1 day as date)
            else r.period_end end as rate_to,
        r.grain = 'point' and r.basis <> 'run_rate' as stands
    from reported as r
)

select
    f.app_id,                                                       -- the app or company
    f.metric,                                                       -- what was reported
    f.period_start,                                                 -- first day of the period
    f.period_end,                                                   -- last day of the period
    f.grain,                                                        -- month, quarter, year, cumulative or point
    f.platform,                                                     -- ios, android, web or all
    f.country,                                                      -- ISO 3166-1 alpha-2, or WW
    f.basis,                                                        -- recognised, cash, run_rate and others, or none
    f.scope,                                                        -- what it covers, in the source's words
    t.currency,                                                     -- the currency it is shown in
    cast(case
        when t.currency = f.unit then f.value
        when f.stands then f.value / own.at_end * t.at_end
        else f.value / own.average * t.average
    end as decimal(24, 4)) as value,                                -- the figure in that currency
    f.bound,                                                        -- exact, approx, at_least or at_most
    f.value as native_value,                                        -- as reported
    f.unit as native_unit,                                          -- the currency it was reported in
    case
        when t.currency = f.unit then 'as reported'
        when f.stands then 'rate at the end, ' || coalesce(t.end_date, own.end_date)
        else 'average of ' || coalesce(t.days, own.days) || ' daily rates'
    end as fx_rule,                                                 -- at which rate, in words
    f.as_of,                                                        -- day from which it counts as known
    f.source_id,                                                    -- the source
    f.snapshot_id,                                                  -- the file it came in
    f.row_no,                                                       -- row number in that file
    f.illustrative                                                  -- invented figures, to be marked as such
from figure as f
join currency_rates as own
    on own.currency = f.unit and own.period_start = f.rate_from and own.period_end = f.rate_to
join currency_rates as t
    on t.period_start = f.rate_from and t.period_end = f.rate_to
where t.currency = f.unit
   or (f.stands and own.at_end is not null and t.at_end is not null)
   or (not f.stands and own.average is not null and t.average is not null)
