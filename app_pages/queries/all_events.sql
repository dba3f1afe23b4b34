-- Every event known, newest first.
select event_date, name_en, name_zh, event, kind, address
from events
order by event_date desc, event
