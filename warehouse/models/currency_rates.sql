-- One currency over one period for which money is stated: its average rate and its rate at the end.
-- Units for one US dollar, from the daily rates of fx. The average is of the days known of the
-- period; the end is the last day known up to it, at most ten days before. Each month of monthly is there
-- too. Null where no rate is known: nothing is turned at a rate of another time.
with period as (
    select distinct period_start, period_end
    from statements
    where basis <> 'none' or unit in (select currency from fx) or unit = 'USD'
    union
    select distinct cast(date_trunc('month', period_end) as date),
        cast(date_trunc('month', period_end) + interval 1 month - interval 1 day as date)
    from statements
    where basis = 'run_rate'
    union
    select distinct m.month, cast(m.month + interval 1 month - interval 1 day as date)
    from monthly as m
    where m.basis <> 'none'
),

currency as (
    select unit as currency
    from statements
    where unit <> 'USD' and (basis <> 'none' or unit in (select currency from fx))
    union
    select unit from monthly where unit <> 'USD' and basis <> 'none'
),

averaged as (
    select
        p.period_start, p.period_end, f.currency, count(*) as days,
        cast(sum(f.per_usd) / count(*) as decimal(18, 8)) as average,
        max(f.rate_date) as newest
    from period as p
    join fx as f on f.rate_date between p.period_start and p.period_end
    join currency as c on c.currency = f.currency
    group by p.period_start, p.period_end, f.currency
),

ended as (
    select
        p.period_start, p.period_end, f.currency, f.per_usd, f.rate_date,
        row_number() over (
            partition by p.period_start, p.period_end, f.currency order by f.rate_date desc
        ) as choice
    from period as p
    join fx as f
        on f.rate_date between p.period_end - interval 10 day and p.period_end
    join currency as c on c.currency = f.currency
)

select
    c.currency,                                 -- currency code
    p.period_start,                             -- first day of the period
    p.period_end,                               -- last day of it
    a.average,                                  -- units for one US dollar, on average; for what flows
    a.days,                                     -- days averaged
    e.per_usd as at_end,                        -- units for one US dollar at the period's end; for what stands
    e.rate_date as end_date                     -- the day of that rate
from period as p
cross join currency as c
left join averaged as a
    on a.period_start = p.period_start and a.period_end = p.period_end and a.currency = c.currency
left join ended as e
    on e.period_start = p.period_start and e.period_end = p.period_end and e.currency = c.currency
    and e.choice = 1
union all
select 'USD', period_start, period_end, 1, null, 1, null
from period
