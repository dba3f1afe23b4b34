-- One calendar quarter whose recognised revenue a company reported, in the unit said first.
with ranked as (
    select
        *,
        row_number() over (
            partition by app_id, metric, period_start order by as_of, unit
        ) as choice
    from reported
    where basis = 'recognised' and metric = 'revenue' and grain = 'quarter'
      and platform = 'all' and country = 'WW'
      and period_start = date_trunc('quarter', period_start)
      and period_end = date_trunc('quarter', period_start) + interval 3 month - interval 1 day
)

select
    app_id,                                                     -- the app or company
    metric,                                                     -- revenue
    basis,                                                      -- recognised
    period_start as quarter_start,                              -- first day of the quarter
    period_end as quarter_end,                                  -- last day of the quarter
    value,                                                      -- as reported
    unit,                                                       -- its currency
    value_usd,                                                  -- in US dollars at the quarter's average rate
    cast(value_usd / 3 as decimal(18, 4)) as monthly_usd,       -- a third of it: the quarter's average month
    bound,                                                      -- exact, approx, at_least or at_most
    change,                                                     -- on the quarter before, same unit
    change_bound,                                               -- what the two bounds leave of the change
    fx_rule,                                                    -- at which rate it is in US dollars, in words
    publisher,                                                  -- who published it
    address,                                                    -- where it can be read
    said_from,                                                  -- earliest day it may have been said
    as_of,                                                      -- day from which it counts as known
    source_id,                                                  -- the source
    snapshot_id,                                                -- the file it came in
    row_no,                                                     -- row number in that file
    illustrative                                                -- invented figures, to be marked as such
from ranked
where choice = 1
