-- The year so far as the company reported it, by quarter end.
select
    year_start, through, quarters, value, unit, bound, approximate, value_usd,
    latest_quarter_value, latest_quarter_usd, latest_quarter_bound, as_of, complete_year
from reported_to_date
where app_id = $app_id and metric = $metric and basis = 'recognised' and year_start = $year_start
order by through
