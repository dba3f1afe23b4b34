-- Who expected what on 14 February 2026?
set variable as_of = date '2026-02-14';
select app_id, issuer, value::bigint as value, unit, first_said, is_newest
from targets
where metric = 'revenue' and period_start = date '2026-01-01'
order by app_id, first_said
limit 10
