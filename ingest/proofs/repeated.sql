-- Figures that stand twice in the file, under two apps, platforms or countries: by pair, how many of
-- how many. A whole and its only part may well be the same, so wholes are left out.
with figure as (
    select app_id, metric, platform, country, unit, basis, month, max(value) as value
    from incoming
    where value >= 1000
    group by all
),

-- Each figure by its app, by its platform and by its country; two of a pair share the rest.
side as (
    select
        metric, unit, basis, month, value,
        unnest([
            {'of_two': 'apps', 'name': app_id, 'rest': [platform, country]},
            {'of_two': 'platforms', 'name': platform, 'rest': [app_id, country]},
            {'of_two': 'countries', 'name': country, 'rest': [app_id, platform]}
        ], recursive := true)
    from figure
),

part as (
    select *
    from side
    where (of_two, name) not in (('platforms', 'all'), ('countries', 'WW'))
),

same as (
    select a.metric, a.of_two, a.name as one, b.name as another, count(*) as n
    from part as a
    join part as b using (metric, of_two, rest, unit, basis, month, value)
    where a.name < b.name
    group by all
    having count(distinct value) >= 3
)

select s.metric, s.of_two, s.one, s.another, s.n, count(*)
from same as s
join part as a on a.metric = s.metric and a.of_two = s.of_two and a.name = s.one
join part as b
    on b.metric = a.metric and b.of_two = a.of_two and b.name = s.another and b.rest = a.rest
    and b.unit = a.unit and b.basis = a.basis and b.month = a.month
group by all
order by all
