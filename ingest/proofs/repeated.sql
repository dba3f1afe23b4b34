-- Figures that stand twice in the file, under two apps, platforms or countries: by pair, how many of
-- how many. A whole and its only part may well be the same, so wholes are left out.
with figure as (
    select app_id, metric, platform, country, unit, basis, month, max(value) as value
    from incoming
    where value >= 1000
    group by all
),

-- Each figure by its app, by its platform and by its country; rest is what its equal shares with it.
side as (
    select
        'apps' as of_two, app_id as name, platform || ' ' || country as rest,
        metric, unit, basis, month, value
    from figure
    union all
    select
        'platforms', platform, app_id || ' ' || country,
        metric, unit, basis, month, value
    from figure
    where platform <> 'all'
    union all
    select
        'countries', country, app_id || ' ' || platform,
        metric, unit, basis, month, value
    from figure
    where country <> 'WW'
),

same as (
    select a.metric, a.of_two, a.name as one, b.name as another, count(*) as n
    from side as a
    join side as b using (metric, of_two, rest, unit, basis, month, value)
    where a.name < b.name
    group by all
    having count(distinct value) >= 3
)

select s.metric, s.of_two, s.one, s.another, s.n, count(*)
from same as s
join side as a on a.metric = s.metric and a.of_two = s.of_two and a.name = s.one
join side as b
    on b.metric = a.metric and b.of_two = a.of_two and b.name = s.another and b.rest = a.rest
    and b.unit = a.unit and b.basis = a.basis and b.month = a.month
group by all
order by all
