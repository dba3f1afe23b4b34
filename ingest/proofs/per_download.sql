-- Revenue for one download, by app: of the file's revenue over downloads of the file or of what is
-- known, against the same ratio of the last six months known: it drifts as an app grows older.
with money as (
    select app_id, platform, country, unit, month, max(value) as value
    from incoming
    where metric <> 'downloads' and grain = 'month' or metric = 'revenue'
    group by all
),

downloads as (
    select app_id, platform, country, month, value from incoming where metric = 'downloads'
    union by name
    select app_id, platform, country, month, value from history as h
    where metric = 'downloads' and not exists (
        select 1 from incoming as i
        where i.metric = 'downloads' and i.app_id = h.app_id and i.platform = h.platform
            and i.country = h.country and i.month = h.month
    )
),

now as (
    select app_id, unit, sum(m.value) / sum(d.value) as per_download
    from money as m
    join downloads as d using (app_id, platform, country, month)
    where d.value > 0
    group by app_id, unit
),

before as (
    select r.app_id, r.unit, sum(r.value) / sum(d.value) as per_download
    from history as r
    join history as d using (app_id, platform, country, month)
    join (
        select app_id, max(month) as last_month from history where metric = 'revenue' group by app_id
    ) as l on l.app_id = r.app_id
    where r.metric = 'revenue' and d.metric = 'downloads'
        and r.month > l.last_month - interval 6 month
    group by r.app_id, r.unit
)

select n.app_id, n.unit, cast(n.per_download as double), cast(b.per_download as double)
from now as n
left join before as b using (app_id, unit)
order by all
