select app_id, metric, month, platform, country, mom_change
from growth
where not complete and (mom_change is not null or yoy_change is not null or cmgr3 is not null)
