create or replace temp table watchlist as
select *
from read_json($files, format = 'unstructured', maximum_object_size = 67108864, columns = {
    apps: 'STRUCT(app_id VARCHAR, name_en VARCHAR, name_zh VARCHAR, kind VARCHAR,
        publisher VARCHAR, ticker VARCHAR, "position" INTEGER, tracked BOOLEAN, colour VARCHAR)[]',
    listings: 'STRUCT(app_id VARCHAR, store VARCHAR, listing_id VARCHAR)[]',
    sources: 'STRUCT(source_id VARCHAR, producer VARCHAR, address VARCHAR, licence VARCHAR,
        format VARCHAR, unit VARCHAR, basis VARCHAR, covers VARCHAR, schedule VARCHAR,
        max_age_days INTEGER, illustrative BOOLEAN, enabled BOOLEAN, rejected_share DOUBLE)[]',
    source_ranks: 'STRUCT(source_id VARCHAR, metric VARCHAR, rank INTEGER)[]',
    headlines: 'STRUCT(app_id VARCHAR, metric VARCHAR, period_start DATE, period_end DATE,
        issuer VARCHAR)[]'
});
delete from raw.app;
delete from raw.app_listing where snapshot_id is null;
delete from raw.source;
delete from raw.source_rank;
delete from raw.headline;

insert into raw.app select unnest(row) from (select unnest(apps) as row from watchlist);
insert into raw.app_listing (app_id, store, listing_id)
select unnest(row) from (select unnest(listings) as row from watchlist);
insert into raw.source select unnest(row) from (select unnest(sources) as row from watchlist);
insert into raw.source_rank
select unnest(row) from (select unnest(source_ranks) as row from watchlist);
insert into raw.headline select unnest(row) from (select unnest(headlines) as row from watchlist);

drop table watchlist;
