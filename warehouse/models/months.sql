-- One calendar month.
-- kept: no
with first_days as (
    select make_date(2010 + 10 * d.n + y.n, m.n, 1) as month
    from (values (0), (1), (2), (3), (4)) as d(n)
    cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as y(n)
    cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12)) as m(n)
)

select
    month,                                                                  -- its first day
    cast(month + interval 1 month - interval 1 day as date) as month_end,   -- its last day
    extract(day from month + interval 1 month - interval 1 day)
        as days_in_month                                                    -- 28 to 31
from first_days
