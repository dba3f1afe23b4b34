-- One file of which anything is known: the newest day it spoke of, as source_newest takes it.
-- parts: snapshot_id
select
    source_id,                      -- the source
    snapshot_id,                    -- the file
    max(said_from) as as_of,        -- newest day any of its rows was said, the earliest possible of each
    count(*) as known_rows          -- how many rows of it are known
from known
group by source_id, snapshot_id
