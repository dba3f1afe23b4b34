-- Months of the file that its source has spoken of since: how many are said earlier than what is
-- known and differ from it, and how many repeat to the digit what was said earlier and changed since.
select
    count(*) filter (where i.as_of < h.as_of and i.value <> h.value) as older,
    count(*) filter (where i.as_of >= h.as_of and i.value <> h.value and exists (
        select 1 from vintages as v
        where v.app_id = i.app_id and v.metric = i.metric and v.platform = i.platform
            and v.country = i.country and v.unit = i.unit and v.basis = i.basis
            and v.month = i.month and v.value = i.value and v.as_of < h.as_of)) as taken_back,
    count(*)
from incoming as i
join history as h using (app_id, metric, platform, country, unit, basis, month)
where h.own
