-- How many times another source's figure the file says, by app, metric and that source, for the
-- month that is farthest outside the range in which the file's source has been so far.
with known as (
    select
        h.app_id, h.metric, o.source_id, h.platform, h.country, h.unit, h.basis,
        min(cast(h.value / o.value as double)) as low, max(cast(h.value / o.value as double)) as high,
        count(*) as n, sum(h.value) as weight
    from history as h
    join others as o using (app_id, metric, platform, country, unit, basis, month)
    where h.own
    group by all
    having count(*) >= 3
),

largest as (
    from known
    qualify row_number() over (
        partition by app_id, metric, source_id order by weight desc, platform, country, unit, basis
    ) = 1
),

now as (
    select
        l.app_id, l.metric, l.source_id, l.low, l.high, l.n, i.month,
        cast(i.value / o.value as double) as times
    from largest as l
    join incoming as i using (app_id, metric, platform, country, unit, basis)
    join others as o
        on o.source_id = l.source_id and o.app_id = i.app_id and o.metric = i.metric
        and o.platform = i.platform and o.country = i.country and o.unit = i.unit
        and o.basis = i.basis and o.month = i.month
    where i.value > 0
)

select
    app_id, metric, source_id, arg_max(month, greatest(ln(times / high), ln(low / times))),
    arg_max(times, greatest(ln(times / high), ln(low / times))), low, high, n
from now
group by app_id, metric, source_id, low, high, n
order by all
