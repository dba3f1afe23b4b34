-- A statement counts as known from the last day it may have been made on.
select snapshot_id, row_no, said_from, as_of
from raw.observation
where said_from > as_of
