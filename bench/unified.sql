copy (
    select
        ['65f000000000000000000001', '65f000000000000000000002'][1 + row % 2] as app_id,
        getvariable('countries')[1 + row // 2 % len(getvariable('countries'))] as country,
        strftime(
            date '2014-01-01' + cast(row // (2 * len(getvariable('countries'))) as integer),
            '%Y-%m-%dT00:00:00Z'
        ) as date,
        cast(hash(row) % 100000 as integer) as android_units,
        cast(hash(row + 1) % 10000000 as integer) as android_revenue,
        cast(hash(row + 2) % 10000 as integer) as ipad_units,
        cast(hash(row + 3) % 1000000 as integer) as ipad_revenue,
        cast(hash(row + 4) % 100000 as integer) as iphone_units,
        cast(hash(row + 5) % 10000000 as integer) as iphone_revenue,
        android_units + ipad_units + iphone_units as unified_units,
        android_revenue + ipad_revenue + iphone_revenue as unified_revenue
    from range($rows) as rows(row)
    order by row
) to $path (format json)
