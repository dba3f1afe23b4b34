-- One currency on one day: its units for one US dollar, by way of the euro.
with ranked as (
    select
        rate_date, currency, per_eur,
        row_number() over (
            partition by rate_date, currency order by fetched_at desc, snapshot_id desc
        ) as choice
    from known_fx
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
