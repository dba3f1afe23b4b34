-- Whether this version holds figures that are invented.
select count(*) > 0 as loaded
from raw.snapshot
where illustrative
