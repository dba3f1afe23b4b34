-- One file taken in or refused; newest first when ordered by load_order.
-- kept: no
select
    row_number() over (order by n.fetched_at desc, n.snapshot_id) as load_order, -- 1 for the newest
    n.snapshot_id,          -- sha256 of its bytes
    n.source_id,            -- the source
    s.producer,             -- who makes the source's figures
    n.format,               -- the format it was read as
    n.name,                 -- its file name
    n.address,              -- path or address it came from, without secrets
    n.as_of,                -- newest day any of its rows was said
    n.fetched_at,           -- when it was fetched, UTC
    n.byte_size,            -- size in bytes
    n.rows_read,            -- rows in the file
    n.rows_accepted,        -- rows loaded
    n.rows_rejected,        -- rows refused
    n.rows_duplicate,       -- exact repetitions dropped
    n.vendor_model,         -- version of the vendor's estimation model, when it says
    n.illustrative,         -- invented figures
    n.outcome,              -- accepted, accepted_in_part or refused
    n.reason,               -- why it was refused, or what is wrong with it
    n.extra_columns,        -- columns the format does not know
    n.said_at,              -- moment of the statement where the fetch itself dates it, UTC
    n.withdrawn_on          -- the day it was withdrawn, null while it counts
from raw.snapshot as n
left join raw.source as s on s.source_id = n.source_id
