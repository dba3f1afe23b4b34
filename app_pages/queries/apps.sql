-- The tracked apps in the order of the watch list.
select app_id, name_en, name_zh, publisher, ticker, colour
from apps
where tracked
order by position, app_id
