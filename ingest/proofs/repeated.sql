-- Figures that stand twice in the file, under two apps, platforms or countries: by pair, how many of
-- how many. A whole and its only part may well be the same, so wholes are left out.
with figure as (
    select app_id, metric, platform, country, unit, basis, month, max(value) as value
    from incoming
    where value >= 1000
    group by all
),

pair as (
    select
        a.metric, a.value, b.value as other,
        case when a.app_id <> b.app_id then 'apps'
            when a.platform <> b.platform then 'platforms' else 'countries' end as of_two,
        case when a.app_id <> b.app_id then a.app_id
            when a.platform <> b.platform then a.platform else a.country end as one,
        case when a.app_id <> b.app_id then b.app_id
            when a.platform <> b.platform then b.platform else b.country end as another
    from figure as a
    join figure as b
        on b.metric = a.metric and b.month = a.month and b.unit = a.unit and b.basis = a.basis
        and (
            (a.app_id < b.app_id and b.platform = a.platform and b.country = a.country)
            or (b.app_id = a.app_id and a.platform < b.platform and b.country = a.country
                and a.platform <> 'all' and b.platform <> 'all')
            or (b.app_id = a.app_id and b.platform = a.platform and a.country < b.country
                and a.country <> 'WW' and b.country <> 'WW'))
)

select metric, of_two, one, another, count(*) filter (where value = other), count(*)
from pair
group by all
having count(distinct value) filter (where value = other) >= 3
order by all
