-- The newest whole month of each tracked app's widest series, with its change on the month before.
with of_apps as (
    select g.*, a.name_en, a.name_zh, a.position
    from growth as g
    join apps as a on a.app_id = g.app_id
    where a.tracked and g.complete and g.metric in ('revenue', 'downloads', 'mau')
      and ($illustrative or not g.illustrative)
    qualify rank() over (
        partition by g.app_id, g.metric, g.unit, g.basis order by g.country <> 'WW', g.platform <> 'all'
    ) = 1
    and row_number() over (
        partition by g.app_id, g.metric, g.unit, g.basis, g.platform, g.country order by g.month desc
    ) = 1
)

select
    concat_ws('|', app_id, metric, platform, country, unit, basis) as subject,
    app_words(name_en, name_zh) || ': ' || metric_words(metric) || ' of ' || strftime(month, '%B %Y') || ' '
        || amount_words(value, unit, bound) || ', '
        || case when mom_change is null then 'no change to be told' || coalesce(' (' || caveat || ')', '')
            else bound_words(mom_change_bound) || change_words(mom_change) || ' on the month before' end
        || basis_words(basis) || place_words(platform, country) || ' (' || kind_words(kind) || ')' as sentence,
    as_of,
    source_id,
    source_producer as said_by,
    illustrative,
    growth_page(name_en, name_zh, metric) as address
from of_apps
order by position, app_id, list_position(['revenue', 'downloads', 'mau'], metric), unit, basis, platform, country
