-- What the file says of part months and by days, by app and metric: a day on average in its part
-- months, over a day of the last month known; days between the first and the last of which it says
-- nothing; the share of places that a day has from the day before; and of the days known already how
-- many say the same, how many another figure, and how many what is known of the day before or after.
with part as (
    select
        s.app_id, s.metric,
        cast(s.value / s.days as double) / arg_max(k.a_day, k.month) as times
    from stated as s
    join known_parts as k using (app_id, metric, platform, country, unit, basis)
    where not s.whole and s.gapless and s.value > 0 and s.unit <> 'users' and k.month <= s.month
    group by s.app_id, s.metric, s.platform, s.country, s.unit, s.basis, s.value, s.days
),

level as (
    select app_id, metric, median(times) as times, count(*) as n from part group by all
),

gap as (
    select
        app_id, metric, cast(max(day) - min(day) + 1 - count(distinct day) as integer) as missing
    from incoming_days
    group by all
),

repeat as (
    select app_id, metric, max(same_share) as repeated, arg_max(day, same_share) as repeated_day
    from (
        select
            a.app_id, a.metric, b.day,
            avg(case when a.value = b.value then 1.0 else 0.0 end) as same_share,
            count(*) as n
        from incoming_days as a
        join incoming_days as b using (app_id, metric, platform, country, unit, basis)
        where b.day = a.day + 1 and a.value >= 1000
        group by all
        having count(*) >= 3
    )
    group by all
),

shifted as (
    select
        i.app_id, i.metric,
        count(*) filter (where k.day = i.day) as known,
        count(distinct k.day) filter (where k.day = i.day) as days_known,
        count(*) filter (where k.day = i.day and k.value = i.value) as same,
        count(*) filter (where k.day = i.day and abs(k.value - i.value) > 0.02 * k.value) as new,
        count(*) filter (where k.day = i.day - 1 and k.value = i.value) as of_day_before,
        count(*) filter (where k.day = i.day + 1 and k.value = i.value) as of_day_after
    from incoming_days as i
    join known_days as k using (app_id, metric, platform, country, unit, basis)
    where abs(k.day - i.day) <= 1
    group by all
)

select
    app_id, metric, l.times, l.n, coalesce(g.missing, 0), coalesce(r.repeated, 0), r.repeated_day,
    coalesce(s.known, 0), coalesce(s.days_known, 0), coalesce(s.same, 0), coalesce(s.new, 0), coalesce(s.of_day_before, 0),
    coalesce(s.of_day_after, 0)
from level as l
full join gap as g using (app_id, metric)
full join repeat as r using (app_id, metric)
full join shifted as s using (app_id, metric)
order by all
