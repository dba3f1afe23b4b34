-- One day on which revenue not yet reported is estimated for one app: the knowledge date, and the
-- day before each report, so that what would have been said then can be held against the report.
select
    r.app_id,                                       -- the app or company
    k.knowledge_date as asked_on,                   -- nothing said after this day is used
    true as is_now                                  -- the knowledge date itself
from report_days as r
cross join knowledge as k
group by r.app_id, k.knowledge_date
union all
select app_id, day_before, false
from report_days
group by app_id, day_before
