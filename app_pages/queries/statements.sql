-- Who said what about one metric of an app within a period: every statement, also those that
-- lost to a better one.
select
    metric, period_start, period_end, grain, value, unit, basis, kind, bound, scope, issuer,
    publisher, address, quality, note, said_from, as_of, source_id, snapshot_id, row_no,
    preferred, statements, conflicts, illustrative
from statements
where app_id = $app_id and list_contains($metrics, metric) and list_contains($kinds, kind)
  and period_start >= $from_day and period_end <= $through_day
order by period_start desc, period_end desc, metric, kind, preferred desc, as_of, row_no
