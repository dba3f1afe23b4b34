-- One file that somebody withdrew by the knowledge date: from that day on none of its rows counts.
-- A withdrawal is a statement of its own day, so a replay of an earlier day still has the file.
-- kept: no
select
    n.snapshot_id,          -- the file, by sha256
    n.source_id,            -- the source
    n.name,                 -- its file name
    n.withdrawn_on          -- the day it was withdrawn
from raw.snapshot as n
where n.withdrawn_on <= coalesce(getvariable('as_of')::date, getvariable('today')::date, current_date)
