-- Sources are ranked, never mixed, and neither are kinds of figures.
select app_id, metric, unit, basis, min(source_id) as one, max(source_id) as other
from monthly
group by app_id, metric, unit, basis
having min(source_id) <> max(source_id) or count(distinct kind) > 1
