-- One fault of one row that was refused.
-- kept: no
select
    r.snapshot_id,          -- the file, by sha256
    n.name,                 -- its file name
    n.source_id,            -- the source
    n.as_of,                -- newest day any of the file's rows was said
    n.fetched_at,           -- when the file was fetched, UTC
    r.row_no,               -- row number in the file
    r.column_name,          -- the column at fault
    r.rule,                 -- the rule it breaks
    r.value,                -- the value that breaks it
    r.raw_row               -- the row as read, JSON
from raw.rejected_row as r
join raw.snapshot as n on n.snapshot_id = r.snapshot_id
