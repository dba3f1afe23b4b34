-- One of the three newest whole months of an app's widest series that moved, on the month before,
-- farther from its usual change than so many standard deviations of the months before it.
with of_apps as (
    select g.*, a.name_en, a.name_zh, a.position
    from growth as g
    join apps as a on a.app_id = g.app_id
    where g.metric = $metric and g.complete and g.mom_change_bound in ('exact', 'approx')
      and (len($apps) = 0 or list_contains($apps, g.app_id))
      and ($illustrative or not g.illustrative)
    qualify rank() over (
        partition by g.app_id, g.unit, g.basis order by g.country <> 'WW', g.platform <> 'all'
    ) = 1
),

usual as (
    select
        *,
        avg(mom_change) over before as usual_change,
        stddev_samp(mom_change) over before as usual_spread,
        count(*) over before as months_before,
        dense_rank() over (
            partition by app_id, unit, basis, platform, country order by month desc
        ) as age
    from of_apps
    window before as (
        partition by app_id, unit, basis, platform, country order by month
        range between interval 12 month preceding and interval 1 month preceding
    )
)

select
    concat_ws('|', app_id, metric, platform, country, unit, basis, month, 'unusual') as subject,
    format('{:.0f}%', round_even(mom_change * 100, 0)) as state,
    app_words(name_en, name_zh) || ': ' || metric_words(metric) || ' of ' || strftime(month, '%B %Y') || ' '
        || bound_words(mom_change_bound) || change_words(mom_change) || ' on the month before, to '
        || amount_words(value, unit, bound) || basis_words(basis) || place_words(platform, country)
        || ' (' || kind_words(kind) || '); the ' || months_before || ' changes before it were '
        || change_words(usual_change) || ' on average, with a standard deviation of '
        || format('{:.1f}', usual_spread * 100) || ' points.' as sentence,
    amount_words(value, unit, bound) || ', ' || bound_words(mom_change_bound)
        || change_words(mom_change) as figure,
    {
        'name_en': name_en, 'name_zh': name_zh, 'metric': metric, 'month': month, 'change': mom_change,
        'change_bound': mom_change_bound, 'value': value, 'unit': unit, 'bound': bound, 'basis': basis,
        'platform': platform, 'country': country, 'kind': kind, 'months_before': months_before,
        'usual_change': usual_change, 'usual_spread': usual_spread
    } as facts,
    as_of,
    source_id,
    source_producer as said_by,
    illustrative,
    growth_page(name_en, name_zh, metric) as address
from usual
where age <= 3 and months_before >= $history
  and abs(mom_change - usual_change) > $deviations * usual_spread
order by position, app_id, unit, basis, platform, country, month
