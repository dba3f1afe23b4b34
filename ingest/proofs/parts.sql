-- Parts against their whole within the file: platforms against all, countries against the world,
-- the days of a month against the month. People are counted once in all platforms, so of users the
-- largest platform is the part. One row a kind of part: the series that differs most. The world's
-- month must be whole; a country's need not be: on days without a row nobody there bought anything.
with platforms as (
    select
        'platforms' as part_of, app_id, metric, month,
        sum(case when platform <> 'all' then value end) as parts,
        max(case when platform = 'all' then value end) as whole,
        count(case when platform in ('ios', 'android') then 1 end) = 2 as all_parts
    from incoming
    where unit <> 'users'
    group by app_id, metric, country, unit, basis, grain, month
),

people as (
    select
        'people' as part_of, app_id, metric, month,
        max(case when platform <> 'all' then value end) as parts,
        max(case when platform = 'all' then value end) as whole,
        false as all_parts
    from incoming
    where unit = 'users'
    group by app_id, metric, country, unit, basis, grain, month
),

countries as (
    select
        'countries', app_id, metric, month,
        sum(case when country <> 'WW' then value end),
        max(case when country = 'WW' and whole then value end),
        false
    from stated
    group by app_id, metric, platform, unit, basis, grain, month
),

days as (
    select
        'days', app_id, metric, month,
        max(case when grain = 'day' then value end),
        max(case when grain = 'month' then value end),
        true
    from incoming
    group by app_id, metric, platform, country, unit, basis, month
),

compared as (
    select *, cast(parts / whole as double) as times
    from (from platforms union all from people union all from countries union all from days)
    where parts is not null and whole > 0
)

select part_of, app_id, metric, month, times, n
from (
    select
        *, count(*) over (partition by part_of) as n,
        row_number() over (
            partition by part_of
            order by case when all_parts then abs(times - 1) else times - 1 end desc
        ) as place,
        case when all_parts then abs(times - 1) else greatest(times - 1, 0) end as off
    from compared
)
where place = 1
order by part_of
