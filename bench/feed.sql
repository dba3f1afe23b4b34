copy (
    select
        getvariable('apps')[1 + row % 2 + 2 * (row // (21000 * len(getvariable('countries'))))] as app,
        'revenue' as metric,
        strftime(date '2016-01-01' + cast(row // 2 % 3500 as integer), '%Y-%m-%d') as period_start,
        strftime(date '2016-01-01' + cast(row // 2 % 3500 as integer), '%Y-%m-%d') as period_end,
        'day' as grain,
        ['ios', 'android', 'web'][1 + row // 7000 % 3] as platform,
        getvariable('countries')[1 + row // 21000 % len(getvariable('countries'))] as country,
        hash(row) % 1000000 / 100.0 as value,
        'USD' as unit,
        'net_of_store' as basis,
        'estimate' as kind,
        'exact' as bound,
        '2026-01-02' as as_of
    from range($rows) as rows(row)
    order by row
) to $path (header)
