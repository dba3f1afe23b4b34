insert into raw.observation
select
    app_id, metric, period_start, period_end, grain, platform, country, value, unit, basis, kind,
    bound, scope, issuer, publisher, address, quality, note, said_from, as_of, source_id,
    snapshot_id, row_no
from read_parquet($files)
