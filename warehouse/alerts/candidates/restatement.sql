-- One past figure that a later statement of the last days changed by at least so much.
-- The days of a feed are put together by month, users aside; of one change in many platforms and
-- countries the widest is meant.
with changed as (
    select
        r.app_id, r.metric, r.grain, r.platform, r.country, r.unit, r.basis, r.kind, r.voice, r.source_id,
        r.as_of,
        case when r.grain = 'day' and r.unit <> 'users'
            then cast(date_trunc('month', r.period_start) as date) else r.period_start end as period_start,
        case when r.grain = 'day' and r.unit <> 'users'
            then last_day(r.period_start) else r.period_end end as period_end,
        sum(r.value_before) as value_before, sum(r.value) as value, count(*) as figures,
        case when count(distinct r.bound_before) = 1 then min(r.bound_before) else 'unknown' end as bound_before,
        case when count(distinct r.bound) = 1 then min(r.bound) else 'unknown' end as bound,
        max(r.as_of_before) as as_of_before, bool_or(r.illustrative) as illustrative
    from restatements as r
    cross join knowledge as k
    where r.as_of > k.knowledge_date - $days
      and ($metric is null or r.metric = $metric)
      and (len($apps) = 0 or list_contains($apps, r.app_id))
      and ($illustrative or not r.illustrative)
    group by all
),

widest as (
    select * from changed
    qualify row_number() over (
        partition by source_id, app_id, metric, period_start, period_end, unit, basis, kind, voice, as_of
        order by country <> 'WW', platform <> 'all', value desc, country, platform
    ) = 1
)

select
    concat_ws('|', w.source_id, w.app_id, w.metric, w.period_start, w.period_end, w.grain, w.unit, w.basis,
        w.kind, w.voice, w.as_of) as subject,
    cast(w.value_before as varchar) || ' to ' || cast(w.value as varchar) as state,
    app_words(a.name_en, a.name_zh) || ': ' || metric_words(w.metric) || ' of '
        || period_words(w.period_start, w.period_end) || basis_words(w.basis)
        || place_words(w.platform, w.country) || ' (' || kind_words(w.kind) || ') was restated by '
        || w.voice || ' on ' || day_words(w.as_of) || ': from ' || stated_words(w.value_before, w.unit, w.bound_before)
        || ', said by ' || day_words(w.as_of_before) || ', to ' || stated_words(w.value, w.unit, w.bound) || ' ('
        || change_words(cast(w.value / w.value_before - 1 as double)) || ')'
        || case when w.grain = 'day' and w.unit <> 'users'
            then ', the sum of ' || w.figures || ' changed days' else '' end || '.' as sentence,
    stated_words(w.value_before, w.unit, w.bound_before) || ' → ' || stated_words(w.value, w.unit, w.bound) as figure,
    {
        'name_en': a.name_en, 'name_zh': a.name_zh, 'metric': w.metric, 'period_start': w.period_start,
        'period_end': w.period_end, 'basis': w.basis, 'platform': w.platform, 'country': w.country,
        'kind': w.kind, 'voice': w.voice, 'day': w.as_of, 'day_before': w.as_of_before,
        'value_before': w.value_before, 'bound_before': w.bound_before, 'value': w.value,
        'bound': w.bound, 'unit': w.unit, 'change': cast(w.value / w.value_before - 1 as double),
        'days': case when w.grain = 'day' and w.unit <> 'users' then w.figures end
    } as facts,
    w.as_of,
    w.source_id,
    w.voice as said_by,
    w.illustrative,
    history_page(a.name_en, a.name_zh) as address
from widest as w
join apps as a on a.app_id = w.app_id
where w.value_before > 0 and abs(w.value / w.value_before - 1) >= $size
order by a.position, w.app_id, w.as_of, w.metric, w.period_start
