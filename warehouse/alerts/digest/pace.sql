-- How far what is reported reaches towards each headline target, and what the ways of going on come to.
with reported as (
    select * from pace where is_headline and is_latest_reported and cumulative is not null
),

ended as (
    select * from pace where is_headline and month_end = period_end and cumulative is not null
)

select
    t.target_id as subject,
    app_words(a.name_en, a.name_zh) || ': '
        || case when r.target_id is null then 'nothing of the period is reported'
            else amount_words(r.cumulative, r.unit, r.cumulative_bound) || ' reported through '
                || day_words(r.month_end) || ', ' || share_words(r.share_of_target, r.cumulative_bound)
                || ' of the target' end
        || coalesce(case when e.state <> 'reported' then '; the ways of going on come to '
            || amount_words(e.cumulative_low, e.unit, null) || ' to '
            || amount_words(e.cumulative_high, e.unit, null) end, '')
        || '. The target: ' || t.issuer || '’s ' || t.kind || ' of '
        || target_amount(t.value, t.unit, t.bound) || ' for ' || period_words(t.period_start, t.period_end)
        as sentence,
    greatest(r.as_of, e.as_of, t.first_said) as as_of,
    t.source_id,
    'reported figures, and the target as read in ' || coalesce(t.publisher, 'an unnamed place') as said_by,
    t.illustrative or coalesce(r.illustrative, false) or coalesce(e.illustrative, false) as illustrative,
    'pace?target=' || url_encode(target_name(a.name_en, t.period_start, t.period_end, t.issuer,
        cast(t.kind as varchar), t.value, t.unit, t.bound)) as address
from targets as t
join apps as a on a.app_id = t.app_id
left join reported as r on r.target_id = t.target_id
left join ended as e on e.target_id = t.target_id
where t.is_headline and t.is_newest and ($illustrative or not t.illustrative)
  and (r.target_id is not null or e.target_id is not null)
order by a.position, t.target_id
