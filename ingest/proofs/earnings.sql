-- Revenue for one download by month, of each app's largest place: the file's month farthest outside
-- the range of the months known, of which there are at least six.
with known as (
    select r.app_id, r.platform, r.country, r.unit, r.basis, r.month, r.value as money, d.value as downloads
    from history as r
    join history as d using (app_id, platform, country, month)
    where r.metric = 'revenue' and d.metric = 'downloads'
),

range_of as (
    select
        app_id, platform, country, unit, basis, min(cast(money / downloads as double)) as low,
        max(cast(money / downloads as double)) as high, count(*) as n, sum(money) as weight
    from known
    group by all
    having count(*) >= 6
),

now as (
    select
        r.app_id, r.platform, r.country, r.unit, r.basis, r.month,
        cast(r.value / coalesce(d.value, h.value) as double) as per_download
    from incoming as r
    left join incoming as d
        on d.metric = 'downloads' and d.app_id = r.app_id and d.platform = r.platform
        and d.country = r.country and d.month = r.month and d.value > 0
    left join history as h
        on h.metric = 'downloads' and h.app_id = r.app_id and h.platform = r.platform
        and h.country = r.country and h.month = r.month
    where r.metric = 'revenue' and r.value > 0
)

select
    app_id, unit, arg_max(month, off), arg_max(per_download, off), any_value(low), any_value(high),
    any_value(n)
from (
    select *, greatest(ln(per_download / high), ln(low / per_download)) as off
    from now
    join range_of using (app_id, platform, country, unit, basis)
    where per_download is not null
    qualify dense_rank() over (partition by app_id, unit, basis order by weight desc) = 1
)
group by app_id, unit, basis
order by all
