-- Each later change to one of these figures, whenever it was said.
select
    period_start, period_end, platform, value_before, bound_before, value, bound, unit, voice,
    as_of_before, as_of, name, row_no, address
from restatements
where list_contains($app_ids, app_id) and list_contains($metrics, metric)
  and list_contains($source_ids, source_id) and list_contains($units, unit)
  and list_contains($platforms, platform) and country = $country
  and list_contains($periods, period_start || '/' || period_end)
order by as_of desc, period_start desc, platform
