-- Which past figures changed most?
select app_id, metric, period_start, platform, country, value_before::bigint as before, value::bigint as after,
    as_of, illustrative
from restatements
order by abs(value / nullif(value_before, 0) - 1) desc nulls last, app_id, metric, period_start, platform, country
limit 5
