-- Every month of each standing target that has a figure of its own, in the target's unit: stated, a
-- twelfth of the run rate stated for it, else a nowcast with a tracked month and a spread in it.
-- A month that a rule alone carries on from the last quarter has none, nor has one inside a quarter.
with figure as (
    select
        app_id, month, 'stated' as origin, 1 as place, value, cast(unit as varchar) as unit,
        value_usd, 0.0 as spread, 0 as errors, 0 as ahead, as_of, illustrative
    from stated_months
    where value_usd is not null
    union all
    select
        app_id, month, 'run_rate', 2, cast(value / 12 as decimal(18, 4)), cast(unit as varchar),
        monthly_usd, 0.0, 0, 0, as_of, illustrative
    from run_rates
    union all
    select
        n.app_id, n.month, 'nowcast', 3, n.nowcast_usd, 'USD', n.nowcast_usd, r.spread, r.quarters,
        n.ahead, n.as_of, n.illustrative
    from nowcast as n
    join nowcast_record as r on r.app_id = n.app_id and r.method = n.method
    where n.method = 'combined' and n.coverage_usd is not null and n.low90_usd is not null
),

rate as (
    select currency, date_trunc('month', rate_date) as month, sum(per_usd) / count(per_usd) as per_usd
    from fx
    group by currency, date_trunc('month', rate_date)
),

in_its_unit as (
    select
        s.target_id, f.*,
        cast(case
            when s.unit = 'USD' then f.value_usd
            when s.unit = f.unit then f.value
            else f.value_usd * r.per_usd
        end as double) as own,
        row_number() over (partition by s.target_id, f.month order by f.place) as choice
    from scenarios as s
    join figure as f on f.app_id = s.app_id and f.month <= s.period_end
    left join rate as r on r.currency = s.unit and r.month = f.month
    where s.method = 'reported_only'
)

select target_id, month, own, origin, spread, errors, ahead, as_of, illustrative
from in_its_unit
where choice = 1 and own > 0
order by target_id, month
