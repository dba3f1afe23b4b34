-- Of which metric, platform and country two tracked apps or more can be set beside each other.
select distinct metric, platform, country
from share
where share is not null
order by metric, platform, country
