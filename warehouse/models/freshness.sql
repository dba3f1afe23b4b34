-- One configured source: how old its newest figure is against how old it may get.
-- kept: no
with loaded as (
    select source_id, max(fetched_at) as last_loaded_at
    from raw.snapshot
    where outcome in ('accepted', 'accepted_in_part')
    group by source_id
)

select
    s.source_id,                                                        -- the source
    s.producer,                                                         -- who makes its figures
    s.enabled,                                                          -- whether its rows count
    s.illustrative,                                                     -- invented figures
    n.newest_as_of,                                                     -- newest day it spoke
    l.last_loaded_at,                                                   -- when a file of it was last fetched, UTC
    datediff('day', n.newest_as_of, k.knowledge_date) as age_days,      -- days since it spoke
    s.max_age_days,                                                     -- how old that may get
    case
        when not s.enabled then 'off'
        when n.newest_as_of is null then 'never loaded'
        when datediff('day', n.newest_as_of, k.knowledge_date) > s.max_age_days then 'late'
        else 'fresh'
    end as state,                                                       -- fresh, late, never loaded or off
    s.schedule,                                                         -- cron line of its job
    s.format,                                                           -- the format of its files
    s.covers,                                                           -- what it covers, in a sentence
    s.licence,                                                          -- on what terms
    s.address                                                           -- where it comes from
from raw.source as s
cross join knowledge as k
left join source_newest as n on n.source_id = s.source_id
left join loaded as l on l.source_id = s.source_id
