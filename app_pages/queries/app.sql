-- One app or company of the watch list.
select app_id, name_en, name_zh, kind, publisher, ticker, tracked, colour
from apps
where app_id = $app_id
