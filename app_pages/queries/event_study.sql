-- Growth before and after each release beside one series, newest release first. Both sides known
-- are counted: how often growth was higher after.
select
    e.app_id, a.name_en, a.name_zh, a.colour, e.released_id, e.event_date, e.event, e.metric,
    e.country, e.unit, e.basis, e.kind, e.value_start, e.value_before, e.value_after,
    e.change_before, e.change_before_bound, e.change_after, e.change_after_bound, e.difference,
    e.other_releases, e.caveat, e.caveat_code, e.source_id, f.producer as source_producer, e.as_of,
    e.address, e.illustrative,
    count(e.difference) over series as compared,
    count(*) filter (e.difference > 0) over series as faster_after
from event_study e
join apps a using (app_id)
left join freshness f on f.source_id = e.source_id
where a.tracked and e.metric = $metric and e.country = $country
  and (e.change_before is not null or e.change_after is not null)
window series as (partition by e.unit, e.basis, e.kind, e.illustrative)
order by e.illustrative, e.unit, e.basis, e.kind, e.event_date desc, a.position, e.event
