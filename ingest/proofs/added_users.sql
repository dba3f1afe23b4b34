-- Users of all platforms that are the sum of the platforms to the last one, where those known are
-- not: by app and metric, of how many.
with known as (
    select app_id, metric, unit, country, month, platform, value, false as new from history where own
    union all
    select app_id, metric, unit, country, month, platform, value, true from incoming
),

whole as (
    select
        app_id, metric, new,
        sum(case when platform <> 'all' then value end)
            = max(case when platform = 'all' then value end) as added
    from known
    where unit = 'users'
    group by app_id, metric, country, month, new
    having count(*) filter (where platform = 'all') = 1 and count(*) > 2
)

select app_id, metric, count(*) filter (where new and added)
from whole
group by all
having count(*) filter (where new) >= 3 and bool_and(added) filter (where new)
    and not bool_or(added) filter (where not new)
order by all
