-- iOS against Android: what share of downloads is which?
select app_id, platform, sum(value)::bigint as downloads,
    round(sum(value) / sum(sum(value)) over (partition by app_id), 3) as share,
    bool_or(illustrative) as illustrative
from monthly
where metric = 'downloads' and platform in ('ios', 'android') and country = 'WW' and month = date '2026-09-01'
group by app_id, platform
order by app_id, platform
