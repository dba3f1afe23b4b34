-- Only aims and forecasts speak of a period that has not begun.
select snapshot_id, row_no, kind, period_start, as_of
from raw.observation
where kind in ('estimate', 'reported') and as_of < period_start
