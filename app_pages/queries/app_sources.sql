-- The sources that say something of an app: how many figures, of which kinds, and how new.
select
    k.source_id, f.producer, f.state, f.age_days, f.covers, f.licence, f.address,
    string_agg(distinct k.kind, ', ' order by k.kind) as kinds,
    string_agg(distinct k.metric, ', ' order by k.metric) as metrics,
    count(distinct k.metric) as metric_count, count(*) as figures, max(k.as_of) as as_of,
    max(k.period_end) as through, bool_or(k.illustrative) as illustrative
from known k
join freshness f on f.source_id = k.source_id
where k.app_id = $app_id
group by all
order by illustrative, figures desc, k.source_id
