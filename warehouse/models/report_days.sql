-- One calendar quarter whose recognised revenue a company reported, with the day it first was known.
select
    app_id,                                                     -- the app or company
    period_start as quarter_start,                              -- first day of the quarter
    period_end as quarter_end,                                  -- last day of the quarter
    min(as_of) as first_said,                                   -- day from which the quarter was known
    cast(min(as_of) - interval 1 day as date) as day_before     -- the last day it was not
from statements
where kind = 'reported' and basis = 'recognised' and metric = 'revenue' and grain = 'quarter'
  and platform = 'all' and country = 'WW' and coalesce(quality, '') <> 'weak'
  and period_start = date_trunc('quarter', period_start)
  and period_end = date_trunc('quarter', period_start) + interval 3 month - interval 1 day
group by app_id, period_start, period_end
