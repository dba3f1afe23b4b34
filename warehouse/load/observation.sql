-- Only a format that can say when a target was set has the last two columns.
insert into raw.observation
select
    app_id, metric, period_start, period_end, grain, platform, country, value, unit, basis, kind,
    bound, scope, issuer, publisher, address, quality, note, said_from, as_of, source_id,
    snapshot_id, row_no, set_from, set_by
from (
    select * from read_parquet($files, union_by_name = true)
    union all by name
    select cast(null as date) as set_from, cast(null as date) as set_by where false
)
