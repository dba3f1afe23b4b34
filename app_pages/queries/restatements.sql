-- Past figures that a later statement changed; the days of a daily feed are summed by month, users
-- aside. Of one change in many platforms and countries the widest slice has slice 1.
with changed as (
    select
        app_id, metric, grain, platform, country, unit, basis, kind, voice, source_id, as_of,
        case when grain = 'day' and unit <> 'users'
            then date_trunc('month', period_start)::date else period_start end as period_start,
        case when grain = 'day' and unit <> 'users'
            then last_day(period_start) else period_end end as period_end,
        sum(value_before) as value_before, sum(value) as value, count(*) as figures,
        case when count(distinct bound_before) = 1 then min(bound_before) else 'unknown' end
            as bound_before,
        case when count(distinct bound) = 1 then min(bound) else 'unknown' end as bound,
        max(as_of_before) as as_of_before, min(name) as name, min(address) as address,
        bool_or(illustrative) as illustrative
    from restatements
    where $app_id is null or app_id = $app_id
    group by all
)

select
    c.*, a.name_en, a.name_zh,
    case when c.value_before > 0 then c.value / c.value_before - 1 end as change,
    row_number() over (
        partition by c.source_id, c.app_id, c.metric, c.period_start, c.period_end, c.unit, c.basis,
            c.kind, c.voice, c.as_of
        order by c.country <> 'WW', c.platform <> 'all', c.value desc, c.country
    ) as slice,
    count(*) over (
        partition by c.source_id, c.app_id, c.metric, c.period_start, c.period_end, c.unit, c.basis,
            c.kind, c.voice, c.as_of
    ) as slices
from changed c
left join apps a using (app_id)
order by c.as_of desc, a.position nulls last, c.app_id, c.metric, c.period_start desc, slice
limit 5000
