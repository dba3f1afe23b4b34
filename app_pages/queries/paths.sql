-- The months not reported yet, by each method of going on.
select method, month, month_end, cumulative_usd, cumulative_bound, is_stated, as_of, illustrative
from paths
where target_id = $target_id and not is_reported
order by method, month
