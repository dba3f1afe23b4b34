-- Which annual run rates were stated, and how exact is each?
select app_id, month, bound, (arr_usd / 1e6)::int as arr_usd_millions
from run_rates
order by app_id, month
