select app_id, metric, month, platform, country, days_covered, days_in_month
from monthly
where complete <> (days_covered = days_in_month)
