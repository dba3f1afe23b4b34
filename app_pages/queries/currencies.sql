-- Currencies that what an app, or any app, reported can be shown in, those most used first.
select currency
from reported_in
where metric = 'revenue' and basis = 'recognised' and ($app_id is null or app_id = $app_id)
group by currency
order by count(*) filter (native_unit = currency) desc, currency <> 'USD', currency
