-- Every app and company of the watch list, those that charts show first.
select app_id, name_en, name_zh
from apps
order by not tracked, position, app_id
