-- Which three countries brought each app the most revenue in the last full quarter?
with by_country as (
    select app_id, country, sum(value)::bigint as value, unit, basis, bool_or(illustrative) as illustrative
    from monthly
    where metric = 'revenue' and platform = 'all' and country <> 'WW' and complete
        and month between date '2026-07-01' and date '2026-09-01'
    group by all
)
from by_country
qualify row_number() over (partition by app_id, unit, basis order by value desc) <= 3
order by app_id, value desc
