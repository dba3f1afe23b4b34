-- One source of which anything is known: the newest day it spoke.
-- A statement dated to a month, or not at all, spoke at its earliest possible day: the day from
-- which it counts as known makes no source look fresh.
select
    source_id,                      -- the source
    max(as_of) as newest_as_of,     -- newest day any of its rows was said, the earliest possible of each
    sum(known_rows) as known_rows   -- how many rows of it are known
from (
    select source_id, as_of, known_rows from source_files
    union all
    select source_id, max(as_of), count(*) from known_event group by source_id
    union all
    select source_id, max(rate_date), count(*) from known_fx group by source_id
) as spoken
group by source_id
