-- One currency over one stated period: the rate its money is turned into US dollars at.
-- A flow takes the average of the daily rates of its period, as far as they are known; a figure
-- at one point takes the month it describes; with none known yet, the last rate before.
-- Each month a figure of money describes is there in every currency, so that it can be turned into any.
with money as (
    select * from statements where basis <> 'none'
),

described as (
    select distinct
        unit as currency, period_start, period_end, grain,
        case when grain = 'point' then cast(date_trunc('month', period_end) as date)
            else period_start end as from_day,
        case when grain = 'point'
            then cast(date_trunc('month', period_end) + interval 1 month - interval 1 day as date)
            else period_end end as to_day
    from money
    union
    select c.unit, m.month, m.month_end, 'month', m.month, m.month_end
    from (select distinct unit from money) as c
    cross join months as m
    where m.month in (
        select cast(date_trunc('month', period_end) as date) from money where grain in ('month', 'point')
    )
),

averaged as (
    select
        d.currency, d.period_start, d.period_end, d.grain,
        count(f.per_usd) as fx_days,
        cast(sum(f.per_usd) / count(f.per_usd) as decimal(18, 8)) as fx_rate,
        min(f.rate_date) as first_day,
        max(f.rate_date) as last_day
    from described as d
    left join fx as f on f.currency = d.currency and f.rate_date between d.from_day and d.to_day
    group by d.currency, d.period_start, d.period_end, d.grain
),

ranked as (
    select
        d.currency, d.period_start, d.period_end, d.grain, f.per_usd, f.rate_date,
        row_number() over (
            partition by d.currency, d.period_start, d.period_end, d.grain
            order by f.rate_date desc
        ) as choice
    from described as d
    join averaged as a
        on a.currency = d.currency and a.period_start = d.period_start
        and a.period_end = d.period_end and a.grain = d.grain and a.fx_days = 0
    join fx as f on f.currency = d.currency and f.rate_date < d.from_day
)

select
    a.currency,                                                             -- currency code
    a.period_start,                                                         -- first day of the period, as stated
    a.period_end,                                                           -- last day of the period, as stated
    a.grain,                                                                -- grain of the period
    case
        when a.currency = 'USD' then 1
        when a.fx_days > 0 then a.fx_rate
        else b.per_usd
    end as fx_rate,                                                         -- units for one US dollar
    case when a.currency = 'USD' then null else a.fx_days end as fx_days,   -- days averaged
    case
        when a.currency = 'USD' then 'stated in US dollars'
        when a.fx_days > 0 then 'average of ' || a.fx_days || ' daily rates, '
            || a.first_day || ' to ' || a.last_day
        when b.per_usd is not null then 'rate of ' || b.rate_date
            || ', for none of the period is known yet'
        else 'no rate of ' || a.currency || ' is known'
    end as fx_rule                                                          -- which days, in words
from averaged as a
left join ranked as b
    on b.currency = a.currency and b.period_start = a.period_start
    and b.period_end = a.period_end and b.grain = a.grain and b.choice = 1
