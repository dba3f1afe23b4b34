-- One calendar month.
-- kept: no
select
    cast(m.first_day as date) as month,                                         -- its first day
    cast(m.first_day + interval 1 month - interval 1 day as date) as month_end, -- its last day
    extract(day from m.first_day + interval 1 month - interval 1 day)
        as days_in_month                                                        -- 28 to 31
from range(date '2010-01-01', date '2060-01-01', interval 1 month) as m(first_day)
