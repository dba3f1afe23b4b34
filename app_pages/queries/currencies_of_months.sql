-- The currencies that a rate is known of for some month of money, those of the figures first.
with money as (select distinct month, unit from growth where basis <> 'none')

select c.currency, coalesce(bool_or(s.unit is not null), false) as is_stated
from currency_rates c
left join (select distinct unit from money) s on s.unit = c.currency
where c.average is not null
  and c.period_start in (select month from money)
group by c.currency
order by is_stated desc, c.currency
