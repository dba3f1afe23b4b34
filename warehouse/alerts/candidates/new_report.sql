-- One day on which one publisher stated figures of one app, none of which it had stated before.
-- Of the last days; what is repeated, or said by a source called weak, is no news.
with said as (
    select
        s.*, n.fetched_at,
        -- which of several figures is written out: by what is said, then the newest
        coalesce(list_position(['revenue', 'arr', 'gross_receipts', 'mau', 'downloads'], s.metric), 99) * 1000000
            - datediff('day', date '2000-01-01', s.period_end) as place,
        min(s.as_of) over (
            partition by s.app_id, s.metric, s.period_start, s.period_end, s.grain, s.platform, s.country,
                s.unit, s.basis, s.kind, coalesce(s.issuer, ''), s.scope_key, s.value
        ) as first_said
    from statements as s
    join raw.snapshot as n on n.snapshot_id = s.snapshot_id
    where list_contains($kinds, cast(s.kind as varchar)) and coalesce(s.quality, '') <> 'weak'
      and ($metric is null or s.metric = $metric)
      and (len($apps) = 0 or list_contains($apps, s.app_id))
      and ($illustrative or not s.illustrative)
),

told as (
    select
        s.app_id, s.kind, s.publisher, s.issuer, s.as_of, s.source_id,
        bool_or(s.illustrative) as illustrative, count(*) as figures,
        arg_min({
            'metric': s.metric, 'period_start': s.period_start, 'period_end': s.period_end,
            'value': s.value, 'unit': s.unit, 'bound': s.bound, 'basis': s.basis
        }, place) as first,
        arg_min(
            metric_words(s.metric) || ' of ' || period_words(s.period_start, s.period_end) || ' '
                || case when s.kind in ('guidance', 'forecast')
                    then target_amount(s.value, s.unit, s.bound) else stated_words(s.value, s.unit, s.bound) end || basis_words(s.basis),
            place) as first_words
    from said as s
    cross join knowledge as k
    where s.as_of = s.first_said and s.as_of > k.knowledge_date - $days
    group by s.app_id, s.kind, s.publisher, s.issuer, s.as_of, s.source_id
)

select
    concat_ws('|', t.app_id, t.kind, t.publisher, t.issuer, t.as_of) as subject,
    printf('%06d figures', t.figures) as state,
    app_words(a.name_en, a.name_zh) || ': ' || case when t.issuer is null then '' else t.issuer || ', in ' end
        || coalesce(t.publisher, 'unnamed') || ', ' || day_words(t.as_of) || ' (' || kind_words(t.kind) || '): '
        || t.first_words
        || case t.figures when 1 then '' when 2 then ', and 1 more figure' else ', and ' || (t.figures - 1)
            || ' more figures' end || '.' as sentence,
    t.first_words as figure,
    {
        'name_en': a.name_en, 'name_zh': a.name_zh, 'issuer': t.issuer, 'publisher': t.publisher,
        'day': t.as_of, 'kind': t.kind, 'figures': t.figures, 'metric': t.first.metric,
        'period_start': t.first.period_start, 'period_end': t.first.period_end,
        'value': t.first.value, 'unit': t.first.unit, 'bound': t.first.bound, 'basis': t.first.basis
    } as facts,
    t.as_of,
    t.source_id,
    coalesce(t.publisher, 'unnamed') as said_by,
    t.illustrative,
    'app?app=' || url_encode(t.app_id) as address
from told as t
join apps as a on a.app_id = t.app_id
order by a.position, t.app_id, t.as_of, t.kind, t.publisher, t.issuer
