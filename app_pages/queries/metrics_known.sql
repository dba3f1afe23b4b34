-- Metrics of which a worldwide figure is known, the usual ones first.
select metric
from known
where country = 'WW' and grain <> 'day' and ($app_id is null or app_id = $app_id)
group by metric
order by coalesce(list_position(['revenue', 'downloads', 'mau', 'arr'], metric), 99), metric
