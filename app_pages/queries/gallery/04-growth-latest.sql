-- How fast did each app grow in its newest complete month?
select app_id, metric, month, value::bigint as value, unit, basis, kind,
    round(mom_change, 3) as mom_change, illustrative
from growth
where complete and platform = 'all' and country = 'WW' and mom_change is not null
qualify row_number() over (partition by app_id, metric, source_id order by month desc) = 1
order by metric, app_id
