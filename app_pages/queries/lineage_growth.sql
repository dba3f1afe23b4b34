-- The statements behind one figure of one month of growth, with what they add up to by role. The
-- days asked for keep the scan of the observations short.
select
    role, said_platform as platform, period_start, period_end, metric, value, unit, bound, kind,
    publisher, address, as_of as said_from, as_of, source_id, producer, licence, snapshot_id, file,
    row_no, sha256, fetched_at, illustrative, cast(null as varchar) as note,
    sum(value) over (partition by role) as role_value, count(*) over (partition by role) as role_rows
from lineage_of_growth
where app_id = $app_id and metric = $metric and month = $month and platform = $platform
  and country = $country and unit = $unit and basis = $basis and column_name = $column_name
  and period_start >= $month - interval 20 year
order by role, period_start desc, platform, row_no
