select snapshot_id, row_no, app_id, metric
from statements
where preferred and quality = 'weak'
