-- What each issuer said about one period, by the day it was set or said.
select
    target_id, app_id, metric, period_start, period_end, source_id, snapshot_id, row_no, issuer, kind, value, unit, bound, value_usd, fx_rate, fx_rule, first_said, said_from, last_said,
    set_from, set_by, stands_by, statements, publishers, publisher, address, note, revision_no,
    supersedes_value, is_newest, is_conflict, conflicts_with, is_headline, illustrative
from targets
where app_id = $app_id and metric = $metric
  and period_start = $period_start and period_end = $period_end
order by issuer, unit, stands_by, value
