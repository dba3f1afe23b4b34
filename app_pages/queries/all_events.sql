-- Every event known, newest first.
select event_date, app_name, event, kind, address
from events
order by event_date desc, event
