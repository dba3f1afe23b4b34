delete from raw.observation where snapshot_id in (select unnest($snapshots));
delete from raw.event where snapshot_id in (select unnest($snapshots));
delete from raw.fx_rate where snapshot_id in (select unnest($snapshots));
delete from raw.app_listing where snapshot_id in (select unnest($snapshots));
delete from raw.rejected_row where snapshot_id in (select unnest($snapshots));
delete from raw.snapshot where snapshot_id in (select unnest($snapshots));
