-- Dated events of an app and of its publisher within a period.
select e.event_date, e.event, e.kind, e.address, e.snapshot_id, e.row_no
from events e
where e.event_date between $from_day and $through_day
  and (
      e.app_id = $app_id
      or e.app_id in (
          select p.app_id from apps p join apps a on a.publisher in (p.name_en, p.publisher)
          where a.app_id = $app_id and p.kind <> 'app'
      )
  )
order by e.event_date, e.event
