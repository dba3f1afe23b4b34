-- Every month still to come of those targets: what was stated for it, and quarters after the rate.
select
    p.target_id, p.month,
    case when p.stated_basis = 'recognised' then cast(p.amount as double) end as stated,
    greatest(datediff('quarter', p.rate_month, p.month), 0) as ahead
from paths as p
join scenarios as s on s.target_id = p.target_id and s.method = p.method and s.is_newest_rate
where not p.is_reported
order by p.target_id, p.month
