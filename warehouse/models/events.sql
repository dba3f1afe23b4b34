-- One thing that happened to an app or company of the watch list.
-- kept: no
select
    e.event_date,           -- the day it happened
    e.app_id,               -- the app or company it happened to
    a.name_en,              -- its name in English
    a.name_zh,              -- its name in Chinese
    e.event,                -- what happened, in a sentence
    e.kind,                 -- model_release, results, pricing and the like
    e.address,              -- where it can be read
    e.as_of,                -- day from which it counts as known
    e.source_id,            -- the source
    e.snapshot_id,          -- the file it came in
    e.row_no,               -- row number in that file
    e.illustrative          -- invented, to be marked as such
from known_event as e
left join raw.app as a on a.app_id = e.app_id
