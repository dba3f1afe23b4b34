-- What readers see now of the same apps: real figures, whole months.
create or replace temp table history as
select app_id, metric, platform, country, unit, basis, month, value, source_id
from mart.monthly
where complete and kind = 'estimate' and not illustrative and value > 0
    and app_id in (select distinct app_id from incoming)
