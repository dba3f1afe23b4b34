-- One standing revenue target and the side of a line on which its pace is.
-- It is asked for whichever side it is on; the side an alert is about is a change of sides. A figure
-- known only to be at least so much is above a line it surely passes, and below none. The line says
-- what it is compared with: a part of the target, or of the even path to it.
with measured as (
    select
        p.*,
        case $measure when 'even_path' then cast(p.cumulative / nullif(p.even_path, 0) as double)
            else p.share_of_target end as reached,
        case when $measure = 'low_case' then case when p.state = 'reported' then p.cumulative_bound else 'approx' end
            else p.cumulative_bound end as reached_bound
    from pace as p
    where case when $measure = 'low_case' then p.month_end = p.period_end else p.is_latest_reported end
      and ($every_target or p.is_headline)
      and (len($apps) = 0 or list_contains($apps, p.app_id))
      and ($illustrative or not p.illustrative)
      and p.cumulative is not null
),

placed as (
    select
        m.*, a.name_en, a.name_zh, a.position, t.bound as target_bound, t.value as target_value,
        t.unit as target_unit, t.source_id, t.publisher,
        case
            when reached >= $line and coalesce(reached_bound, 'exact') not in ('at_most', 'unknown') then 'at or above'
            when reached < $line and coalesce(reached_bound, 'exact') not in ('at_least', 'unknown') then 'below'
            when reached < $line then 'not known to be above'
            else 'not known to be below'
        end as side
    from measured as m
    join apps as a on a.app_id = m.app_id
    join targets as t on t.target_id = m.target_id
)

select
    concat_ws('|', target_id, $measure, $line) as subject,
    side as state,
    app_words(name_en, name_zh) || ': '
        || case $measure
            when 'low_case' then 'the lowest way of going on, ' || amount_words(cumulative, unit, reached_bound)
                || ' by ' || day_words(period_end) || ', is '
            else amount_words(cumulative, unit, cumulative_bound) || ' reported through '
                || day_words(month_end) || ', is ' end
        || side || ' ' || share_words(cast($line as double), null) || ' of '
        || case $measure when 'even_path' then 'the even path to ' else '' end
        || issuer || '’s ' || kind || ' of '
        || target_amount(target_value, target_unit, target_bound)
        || ' for ' || period_words(period_start, period_end)
        || ': it comes to ' || share_words(reached, reached_bound) || ' of it.' as sentence,
    amount_words(cumulative, unit, coalesce(reached_bound, 'exact')) || ', ' || share_words(reached, reached_bound)
        as figure,
    {
        'name_en': name_en, 'name_zh': name_zh, 'measure': $measure, 'side': side,
        'line': cast($line as double), 'value': cumulative, 'unit': unit,
        'bound': cumulative_bound,
        'day': case $measure when 'low_case' then period_end else month_end end,
        'reached': reached, 'reached_bound': reached_bound, 'issuer': issuer, 'kind': kind,
        'target': target_value, 'target_unit': target_unit, 'target_bound': target_bound,
        'period_start': period_start, 'period_end': period_end, 'publisher': publisher
    } as facts,
    as_of,
    source_id,
    'reported figures, and the target as read in ' || coalesce(publisher, 'an unnamed place') as said_by,
    illustrative,
    'pace?target=' || url_encode(target_name(name_en, period_start, period_end, issuer, cast(kind as varchar),
        target_value, target_unit, target_bound)) as address
from placed
order by position, target_id
