-- Series that the source said of its last month, all in one file, and that a file with newer months
-- does not have; and those of which it says nothing but 0. By app and metric, with examples.
with series as (
    select
        u.app_id, u.metric, u.platform || ', ' || u.country as name,
        u.value / max(u.value) over (partition by u.app_id, u.metric) as weight,
        s.value is null and u.in_one_file as gone,
        s.value = 0 as nothing
    from usual as u
    left join (
        select app_id, metric, platform, country, unit, basis, max(value) as value
        from stated
        group by all
    ) as s using (app_id, metric, platform, country, unit, basis)
    where (select max(month) from stated) > u.month
)

select
    app_id, metric, count(*) filter (where gone), count(*) filter (where nothing and weight >= 0.01),
    count(*),
    list(name order by weight desc) filter (where gone or (nothing and weight >= 0.01))[:3]
from series
group by all
order by all
