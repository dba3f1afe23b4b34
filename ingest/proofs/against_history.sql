-- How many times what is known the file says, by app and metric: the median over the same months,
-- else over each series' last known month before the file's first and that first month.
with same_month as (
    select i.app_id, i.metric, cast(i.value / h.value as double) as times
    from incoming as i
    join history as h using (app_id, metric, platform, country, unit, basis, month)
    where i.value > 0
),

first_new as (
    select app_id, metric, platform, country, unit, basis, min(month) as month
    from incoming
    group by all
),

adjacent as (
    select i.app_id, i.metric, cast(i.value / arg_max(h.value, h.month) as double) as times
    from first_new as f
    join incoming as i using (app_id, metric, platform, country, unit, basis, month)
    join history as h
        on h.app_id = f.app_id and h.metric = f.metric and h.platform = f.platform
        and h.country = f.country and h.unit = f.unit and h.basis = f.basis and h.month < f.month
    where i.value > 0
    group by i.app_id, i.metric, i.platform, i.country, i.value
),

compared as (
    select app_id, metric, 'the same months' as compared_with, median(times) as times, count(*) as n
    from same_month
    group by app_id, metric
    union all
    select app_id, metric, 'the months before', median(times), count(*)
    from adjacent
    where (app_id, metric) not in (select app_id, metric from same_month)
    group by app_id, metric
)

select app_id, metric, compared_with, times, n from compared order by all
