-- Figures about which two files of one source disagree on one day: what each file says.
select
    source_id, app_id, metric, period_start, period_end, platform, country, unit, basis, as_of,
    value_shown, shown_as_of, illustrative,
    list(distinct {'name': name, 'bound': bound, 'value': value}) as told
from contradictions
group by all
order by as_of desc, source_id, app_id, metric, period_start
limit 200
