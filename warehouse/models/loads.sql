-- One file taken in or refused; newest first when ordered by load_order.
-- kept: no
select
    row_number() over (order by n.fetched_at desc, n.snapshot_id) as load_order, -- 1 for the newest
    n.snapshot_id,          -- its name everywhere: sha256 of its source and bytes
    n.source_id,            -- the source
    s.producer,             -- who makes the source's figures
    n.format,               -- the format it was read as
    n.name,                 -- its file name
    n.address,              -- path or address it came from, without secrets
    n.as_of,                -- newest day any of its rows was said
    n.fetched_at,           -- when its bytes were first taken in, UTC
    n.byte_size,            -- size in bytes
    n.rows_read,            -- rows in the file; one may hold several figures
    n.rows_accepted,        -- rows that hold every rule; loaded when the file was
    n.rows_rejected,        -- rows refused
    n.rows_duplicate,       -- exact repetitions dropped
    n.vendor_model,         -- version of the vendor's estimation model, when it says
    n.illustrative,         -- invented figures
    n.outcome,              -- accepted, accepted_in_part, refused, waiting or held
    n.reason,               -- why it is not loaded, or what is wrong with it
    n.extra_columns,        -- columns the format does not know
    n.said_at,              -- moment of the statement where the fetch itself dates it, UTC
    n.withdrawn_on,         -- the day it was withdrawn, null while it counts
    n.sha256,               -- sha256 of its bytes, their name in landing
    n.generation,           -- generation of the format, when it has several
    n.rows_left_out,        -- rows somebody said to leave out: of some apps, or by a column mapping
    n.figures,              -- figures loaded
    n.figures_rounded,      -- figures with over four digits after the point, rounded
    n.questions,            -- what somebody must answer before it can be loaded
    n.proofs,               -- what its figures were held against, as known when it was read: fits, odd or broken
    n.asked                 -- the keys an answer to its questions has, `app NAME` for an unknown app
from raw.snapshot as n
left join raw.source as s on s.source_id = n.source_id
