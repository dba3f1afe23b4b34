select target_id, month, even_path_usd, target_usd
from pace
where month_end = period_end and even_path_usd <> target_usd
