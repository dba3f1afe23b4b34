-- One of the three newest whole months of an app's widest series whose change passes a threshold.
-- Without a series of all platforms, or of the world, each that there is counts as widest.
-- A change known only to be at least, or at most, so much passes only a threshold it surely passes.
with of_apps as (
    select g.*, a.name_en, a.name_zh, a.position,
        case $change when 'yoy' then g.yoy_change else g.mom_change end as moved,
        case $change when 'yoy' then g.yoy_change_bound else g.mom_change_bound end as moved_bound,
        case $change when 'yoy' then 'the same month a year before' else 'the month before' end as than
    from growth as g
    join apps as a on a.app_id = g.app_id
    where g.metric = $metric and g.complete
      and (len($apps) = 0 or list_contains($apps, g.app_id))
      and ($illustrative or not g.illustrative)
    qualify rank() over (
        partition by g.app_id, g.unit, g.basis order by g.country <> 'WW', g.platform <> 'all'
    ) = 1
),

recent as (
    select * from of_apps
    qualify dense_rank() over (
        partition by app_id, unit, basis, platform, country order by month desc
    ) <= 3
)

select
    concat_ws('|', app_id, metric, platform, country, unit, basis, month, $change) as subject,
    format('{:.0f}%', round_even(moved * 100, 0)) as state,
    app_words(name_en, name_zh) || ': ' || metric_words(metric) || ' of ' || strftime(month, '%B %Y') || ' '
        || bound_words(moved_bound) || change_words(moved) || ' on ' || than || ', to '
        || amount_words(value, unit, bound) || basis_words(basis) || place_words(platform, country)
        || ' (' || kind_words(kind) || ').' as sentence,
    amount_words(value, unit, bound) || ', ' || bound_words(moved_bound) || change_words(moved) as figure,
    {
        'name_en': name_en, 'name_zh': name_zh, 'metric': metric, 'month': month, 'compared': $change,
        'change': moved, 'change_bound': moved_bound, 'value': value, 'unit': unit, 'bound': bound,
        'basis': basis, 'platform': platform, 'country': country, 'kind': kind
    } as facts,
    as_of,
    source_id,
    source_producer as said_by,
    illustrative,
    growth_page(name_en, name_zh, metric) as address
from recent
where (moved >= $above and moved_bound in ('exact', 'approx', 'at_least'))
   or (moved <= $below and moved_bound in ('exact', 'approx', 'at_most'))
order by position, app_id, unit, basis, platform, country, month
