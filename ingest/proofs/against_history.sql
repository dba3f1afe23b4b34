-- How many times what is known the file says, by app and metric: the median over the same months,
-- else over each series' last known month before the file's first and that first month. Beside it
-- the share of figures that are off by the same factor, the share that changed, and the figure
-- farthest from the median among those that weigh something.
with same_month as (
    select
        i.app_id, i.metric, i.platform, i.country, i.month,
        cast(i.value / h.value as double) as times, h.value as known
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
    select
        i.app_id, i.metric, i.platform, i.country, i.month,
        cast(i.value / arg_max(h.value, h.month) as double) as times,
        arg_max(h.value, h.month) as known
    from first_new as f
    join incoming as i using (app_id, metric, platform, country, unit, basis, month)
    join history as h
        on h.app_id = f.app_id and h.metric = f.metric and h.platform = f.platform
        and h.country = f.country and h.unit = f.unit and h.basis = f.basis and h.month < f.month
    where i.value > 0
    group by i.app_id, i.metric, i.platform, i.country, i.month, i.value
),

compared as (
    select *, 'the same months' as compared_with from same_month
    union all
    select *, 'the months before' from adjacent
    where (app_id, metric) not in (select app_id, metric from same_month)
),

weighed as (
    select
        *,
        median(times) over (partition by app_id, metric, compared_with) as middle,
        known / max(known) over (partition by app_id, metric, compared_with, month) as weight
    from compared
)

select
    app_id, metric, compared_with, any_value(middle), count(*),
    avg(case when abs(times / middle - 1) <= 0.002 then 1.0 else 0.0 end) as alike,
    avg(case when abs(times - 1) > 0.02 then 1.0 else 0.0 end) as changed,
    arg_max(times / middle, abs(ln(times / middle))) filter (where weight >= 0.01) as farthest,
    arg_max(
        platform || ', ' || country || ', ' || strftime(month, '%Y-%m'), abs(ln(times / middle))
    ) filter (where weight >= 0.01) as where_farthest
from weighed
group by app_id, metric, compared_with
order by all
