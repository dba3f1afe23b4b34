-- Every standing target with the newest rate known for it, and the past changes of the company.
select
    s.target_id, s.app_id, s.unit, s.target, cast(s.reported as double) as reported,
    s.reported_bound, cast(s.monthly_rate as double) as rate, s.rate_month, s.months_left,
    s.illustrative,
    (
        select list(ln(1 + cast(q.change as double)) order by q.quarter_start)
        from quarters as q
        where q.app_id = s.app_id and q.change > -1 and q.quarter_start <= s.period_end
    ) as log_changes
from scenarios as s
where s.is_newest_rate
order by s.target_id
