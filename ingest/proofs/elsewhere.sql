-- Figures that are known to the last digit, but of another app, metric, platform, country or month:
-- by app and metric the commonest such difference, how many figures have it, of how many.
with figure as (
    select distinct app_id, metric, platform, country, unit, basis, month, value
    from incoming
    where value >= 1000
),

news as (
    from figure
    anti join history using (app_id, metric, platform, country, unit, basis, month, value)
),

found as (
    select
        n.app_id, n.metric, n.value,
        case when h.app_id <> n.app_id then h.app_id end as of_app,
        case when h.metric <> n.metric then h.metric end as of_metric,
        h.platform <> n.platform as of_platform,
        h.country <> n.country as of_country,
        datediff('month', h.month, n.month) as later
    from news as n
    join history as h on h.value = n.value
),

counted as (
    select
        app_id, metric, of_app, of_metric, of_platform, of_country, later,
        count(distinct value) as n
    from found
    group by all
)

select
    c.app_id, c.metric, c.of_app, c.of_metric, c.of_platform, c.of_country, c.later, c.n,
    f.figures
from counted as c
join (select app_id, metric, count(*) as figures from figure group by all) as f
    using (app_id, metric)
qualify row_number() over (partition by c.app_id, c.metric order by c.n desc, abs(c.later)) = 1
order by all
