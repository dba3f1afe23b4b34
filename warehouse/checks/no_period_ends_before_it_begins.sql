select snapshot_id, row_no, period_start, period_end
from raw.observation
where period_end < period_start
