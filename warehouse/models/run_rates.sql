-- One month whose annual run rate the company stated; a twelfth of it is that month's revenue.
with ranked as (
    select
        *,
        cast(date_trunc('month', period_end) as date) as month,
        row_number() over (
            partition by app_id, date_trunc('month', period_end)
            order by as_of, metric, unit, period_end, row_no
        ) as choice
    from reported
    where basis = 'run_rate' and platform = 'all' and country = 'WW' and value_usd is not null
)

select
    app_id,                                         -- the app or company
    month,                                          -- first day of the month described
    period_start,                                   -- first day it was stated for
    period_end,                                     -- last day it was stated for
    metric,                                         -- arr, or what the company calls it
    value,                                          -- the annual run rate as stated
    unit,                                           -- its currency
    value_usd as arr_usd,                           -- the annual run rate, US dollars
    cast(value_usd / 12 as decimal(18, 4)) as monthly_usd, -- a twelfth of it
    fx_rule,                                        -- at which rate, in words
    bound,                                          -- exact, approx, at_least or at_most
    scope,                                          -- what it covers, in the source's words
    quality,                                        -- company or secondary
    note,                                           -- caveats
    publisher,                                      -- who published it
    address,                                        -- where it can be read
    said_from,                                      -- earliest day it may have been said
    as_of,                                          -- day from which it counts as known
    source_id,                                      -- the source
    snapshot_id,                                    -- the file it came in
    row_no,                                         -- row number in that file
    illustrative                                    -- invented figures, to be marked as such
from ranked
where choice = 1
