-- Every dated event of an app, and of its publisher's models and companies, newest first.
select e.event_date, e.app_id, e.name_en, e.name_zh, e.event, e.kind, e.address, e.as_of, e.illustrative
from events e
where e.app_id = $app_id
   or e.app_id in (
       select p.app_id from apps p join apps a on a.publisher in (p.name_en, p.publisher)
       where a.app_id = $app_id and p.kind <> 'app'
   )
order by e.event_date desc, e.event
