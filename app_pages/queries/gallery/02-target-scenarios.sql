-- Where does the year end, by each way of going on, against the headline target?
select method, round(implied_full_year_usd / 1e6, 1) as year_usd_millions,
    strftime(passed_month, '%Y-%m') as passed, round(needed_monthly_change, 3) as needed_change
from scenarios
where is_headline
order by implied_full_year_usd
