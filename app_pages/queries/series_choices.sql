-- Which estimate series there are to choose from.
select distinct metric, platform, country, app_id, grain_months
from (
    select metric, platform, country, app_id, count(*) as grain_months
    from growth
    group by all
)
order by metric, platform, country, app_id
