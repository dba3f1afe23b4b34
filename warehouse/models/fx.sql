-- One currency on one day: its units for one US dollar, by way of the euro.
-- Of several sources the lowest rank that has the day is used, of several statements of one source
-- the later said; a rate two files of the same moment contradict does not count.
with ranked as (
    select
        s.rate_date, s.currency, s.per_eur,
        row_number() over (
            partition by s.rate_date, s.currency
            order by s.illustrative, coalesce(r.rank, 1000000), s.source_id, s.said_at desc nulls last
        ) as choice
    from rates_said as s
    left join raw.source_rank as r on r.source_id = s.source_id and r.metric = '*'
    where not s.contradicted
),

euro as (
    select rate_date, currency, per_eur from ranked where choice = 1
    union all
    select rate_date, 'EUR', 1 from ranked where choice = 1 and currency = 'USD'
)

select
    c.rate_date,                                                -- the day of the rate
    c.currency,                                                 -- currency code
    cast(c.per_eur / d.per_eur as decimal(18, 8)) as per_usd    -- units of it for one US dollar
from euro as c
join euro as d on d.rate_date = c.rate_date and d.currency = 'USD'
where c.currency <> 'USD'
