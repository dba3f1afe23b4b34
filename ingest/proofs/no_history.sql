-- Nothing is published yet, so there is nothing to compare with.
create or replace temp table history (
    app_id VARCHAR, metric VARCHAR, platform VARCHAR, country VARCHAR, unit VARCHAR,
    basis VARCHAR, month DATE, value DECIMAL(38, 4), as_of DATE, source_id VARCHAR,
    snapshot_id VARCHAR, own BOOLEAN
);
create or replace temp table others as
select app_id, metric, platform, country, unit, basis, month, source_id, value from history;

create or replace temp table known_parts as
select app_id, metric, platform, country, unit, basis, month, cast(null as double) as a_day
from history;

create or replace temp table known_days as
select app_id, metric, platform, country, unit, basis, month as day, value from history;

create or replace temp table vintages as
select app_id, metric, platform, country, unit, basis, month, value, as_of from history
;

create or replace temp table usual as
select app_id, metric, platform, country, unit, basis, month, value, false as in_one_file
from history
;

create or replace temp table known_notes as
select app_id, metric, platform, country as note, 0 as n from history
