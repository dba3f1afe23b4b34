-- One month whose recognised revenue a company stated, in the unit said first.
with ranked as (
    select
        *,
        row_number() over (
            partition by app_id, metric, period_start order by as_of, unit
        ) as choice
    from reported
    where basis = 'recognised' and metric = 'revenue' and grain = 'month'
      and platform = 'all' and country = 'WW'
      and period_start = date_trunc('month', period_start)
      and period_end = date_trunc('month', period_start) + interval 1 month - interval 1 day
)

select
    app_id,                                         -- the app or company
    metric,                                         -- revenue
    basis,                                          -- recognised
    period_start as month,                          -- first day of the month
    period_end as month_end,                        -- last day of the month
    value,                                          -- as stated
    unit,                                           -- its currency
    value_usd,                                      -- in US dollars at the month's average rate
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
