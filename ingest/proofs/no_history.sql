-- Nothing is published yet, so there is nothing to compare with.
create or replace temp table history (
    app_id VARCHAR, metric VARCHAR, platform VARCHAR, country VARCHAR, unit VARCHAR,
    basis VARCHAR, month DATE, value DECIMAL(38, 4), source_id VARCHAR
)
