-- Two apps, two platforms of one, or two countries that fit better the other way round: by metric and
-- pair how far each is from its own last month and from the other's, as the median of |log|, and of
-- how many.
with last_known as (
    select
        app_id, metric, platform, country, unit, basis, arg_max(value, month) as value,
        max(month) as month
    from history
    group by all
),

first_new as (
    select
        i.app_id, i.metric, i.platform, i.country, i.unit, i.basis,
        arg_min(i.value, i.month) as value
    from incoming as i
    join last_known as k using (app_id, metric, platform, country, unit, basis)
    where i.value > 0 and i.month > k.month
    group by all
),

series as (
    select
        n.app_id, n.metric, n.platform, n.country, n.unit, n.basis, n.value, k.value as known
    from first_new as n
    join last_known as k using (app_id, metric, platform, country, unit, basis)
),

pair as (
    select
        a.metric,
        case when a.app_id <> b.app_id then a.app_id
            when a.platform <> b.platform then a.app_id || ' ' || a.platform
            else a.country end as one,
        case when a.app_id <> b.app_id then b.app_id
            when a.platform <> b.platform then b.app_id || ' ' || b.platform
            else b.country end as another,
        abs(ln(a.value / a.known)) + abs(ln(b.value / b.known)) as off_own,
        abs(ln(a.value / b.known)) + abs(ln(b.value / a.known)) as off_other
    from series as a
    join series as b
        on b.metric = a.metric and b.unit = a.unit and b.basis = a.basis
        and (
            (a.app_id < b.app_id and b.platform = a.platform and b.country = a.country)
            or (b.app_id = a.app_id and a.platform < b.platform and b.country = a.country
                and a.platform <> 'all' and b.platform <> 'all')
            or (b.app_id = a.app_id and b.platform = a.platform and a.country < b.country
                and a.country <> 'WW' and b.country <> 'WW'))
)

select metric, one, another, median(off_own), median(off_other), count(*)
from pair
group by all
having count(*) >= 3
order by all
