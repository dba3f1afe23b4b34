-- Monthly growth of each app's revenue side by side
pivot (
    from growth
    select month, app_id, round(mom_change, 3) as mom_change, illustrative
    where metric = 'revenue' and platform = 'all' and country = 'WW' and complete
        and month >= date '2026-05-01'
) on app_id using first(mom_change) group by month, illustrative order by month
