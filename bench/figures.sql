insert into raw.observation by name
with feed as materialized (
    select
        * replace (
            cast(country as raw.country) as country,
            cast(date[:10] as date) as date
        ),
        case app_id when '65f000000000000000000001' then 'one' else 'two' end as app,
        row_number() over () as row_no
    from read_json(
        $path,
        columns = {
            app_id: 'varchar', country: 'varchar', date: 'varchar', android_units: 'bigint',
            android_revenue: 'bigint', ipad_units: 'bigint', ipad_revenue: 'bigint',
            iphone_units: 'bigint', iphone_revenue: 'bigint', unified_units: 'bigint',
            unified_revenue: 'bigint'
        }
    )
),

figure as (
    select
        *,
        unnest([
            {metric: 'downloads', platform: 'ios', stated: iphone_units + ipad_units},
            {metric: 'downloads', platform: 'android', stated: android_units},
            {metric: 'downloads', platform: 'all', stated: unified_units},
            {metric: 'revenue', platform: 'ios', stated: iphone_revenue + ipad_revenue},
            {metric: 'revenue', platform: 'android', stated: android_revenue},
            {metric: 'revenue', platform: 'all', stated: unified_revenue}
        ]) as said
    from feed
)

select
    app as app_id,
    said.metric as metric,
    date as period_start,
    date as period_end,
    'day' as grain,
    said.platform as platform,
    country,
    cast(case said.metric when 'revenue' then said.stated / 100 else said.stated end as decimal(18, 4))
        as value,
    case said.metric when 'revenue' then 'USD' else 'downloads' end as unit,
    case said.metric when 'revenue' then 'net_of_store' else 'none' end as basis,
    'estimate' as kind,
    'exact' as bound,
    date '2026-11-01' as said_from,
    date '2026-11-01' as as_of,
    'unified' as source_id,
    'one' as snapshot_id,
    row_no
from figure
