-- What have the companies reported so far, from January to the newest quarter?
select app_id, through, quarters, bound, round(value_usd / 1e6, 2) as usd_millions
from reported_to_date
qualify row_number() over (partition by app_id order by through desc) = 1
order by usd_millions desc nulls last
