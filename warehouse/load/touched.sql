create or replace temp table touched (
    snapshot_id VARCHAR, app_id VARCHAR, metric VARCHAR, month DATE
)
