-- Every standing target, and what is reported of its period; the floor's row has no other method's.
select
    s.target_id, s.app_id, s.unit, s.target, cast(s.reported as double) as reported,
    s.months_left, s.illustrative,
    (
        select cast(max(date_trunc('month', q.quarter_end)) as date)
        from quarters as q
        where q.app_id = s.app_id and q.quarter_start <= s.period_end
    ) as reported_month,
    (
        select list(p.month order by p.month)
        from paths as p
        where p.target_id = s.target_id and p.method = s.method and not p.is_reported
    ) as months
from scenarios as s
where s.method = 'reported_only'
order by s.target_id
