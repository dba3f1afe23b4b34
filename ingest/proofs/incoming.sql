-- The file's own whole months: money and downloads, one row an app, metric, series and month.
-- A month stated by its days counts only when every day of it is there.
create or replace temp table incoming as
with part as (
    select
        app_id, metric, platform, country, unit, basis, grain,
        cast(date_trunc('month', period_start) as date) as month,
        sum(value) as value,
        bit_count(bit_or(cast(1 as bigint) << (extract(day from period_start) - 1))) as days,
        least(max(period_end), max(as_of)) as covered_through
    from read_parquet($files)
    where kind in ('estimate', 'reported') and grain in ('day', 'month')
        and (metric = 'downloads' or basis in ('gross', 'net_of_store', 'recognised', 'cash'))
    group by all
)
select app_id, metric, platform, country, unit, basis, grain, month, value
from part
where case when grain = 'day' then days = extract(day from last_day(month))
    else covered_through >= last_day(month) end
