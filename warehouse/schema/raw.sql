-- What was loaded, as it was loaded: nothing here is changed after, only added or withdrawn whole.
create schema if not exists raw;
create schema if not exists mart;    -- the models, computed for now
create schema if not exists replay;  -- the models, computed when read, for the knowledge date

-- The words of closed lists take a byte or two a row; the long lists are warehouse/vocabulary.py's.
create type raw.country as enum ({countries});
create type raw.unit as enum ({units});
create type raw.grain as enum ('day', 'week', 'month', 'quarter', 'year', 'cumulative', 'point');
create type raw.platform as enum ('ios', 'android', 'web', 'all');
create type raw.basis as enum ('gross', 'net_of_store', 'recognised', 'cash', 'run_rate', 'none');
create type raw.kind as enum ('estimate', 'reported', 'guidance', 'forecast', 'press');
create type raw.bound as enum ('exact', 'approx', 'at_least', 'at_most');

-- One figure somebody stated about an app and a period.
create table raw.observation (
    app_id VARCHAR not null,          -- the app, as the watch list names it
    metric VARCHAR not null,          -- revenue, downloads, mau and what a source adds
    period_start DATE not null,       -- first day the figure describes
    period_end DATE not null,         -- last day the figure describes
    grain raw.grain not null,         -- day, week, month, quarter, year, cumulative or point
    platform raw.platform not null,   -- ios, android, web or all
    country raw.country not null,        -- ISO 3166-1 alpha-2, or WW for the whole world
    value DECIMAL(18, 4) not null,    -- the figure as stated, in its unit
    unit raw.unit not null,            -- a currency code, users, downloads, percent and the like
    basis raw.basis not null,         -- gross, net_of_store, recognised, cash, run_rate, or none
    kind raw.kind not null,           -- estimate, reported, guidance, forecast or press
    bound raw.bound not null,         -- exact, approx, at_least or at_most
    scope VARCHAR,                    -- what the figure covers, in the source's words
    issuer VARCHAR,                   -- whose guidance or forecast it is
    publisher VARCHAR,                -- who published the statement
    address VARCHAR,                  -- where it can be read
    quality VARCHAR,                  -- company, secondary or weak
    note VARCHAR,                     -- caveats
    said_from DATE not null,          -- earliest day the statement may have been made
    as_of DATE not null,              -- day from which the statement counts as known
    source_id VARCHAR not null,       -- the source, as the configuration names it
    snapshot_id VARCHAR not null,     -- the file it came in
    row_no BIGINT not null,           -- row number in that file
    set_from DATE,                    -- first day its issuer may have set it, where the source says when
    set_by DATE                       -- last day its issuer may have set it, where the source says when
);

-- One file taken in, or refused.
create table raw.snapshot (
    snapshot_id VARCHAR not null,     -- its name everywhere: sha256 of its source and bytes
    source_id VARCHAR not null,       -- the source it belongs to
    format VARCHAR,                   -- the format it was read as
    name VARCHAR,                     -- its file name
    address VARCHAR,                  -- path or address it came from, without secrets
    as_of DATE,                       -- newest day any of its rows was said
    fetched_at TIMESTAMP not null,    -- when its bytes were first taken in, UTC
    byte_size BIGINT,                 -- size in bytes
    rows_read BIGINT not null,        -- rows in the file; one may hold several figures
    rows_accepted BIGINT not null,    -- rows that hold every rule; loaded when the file was
    rows_rejected BIGINT not null,    -- rows refused, each with its reason in raw.rejected_row
    rows_duplicate BIGINT not null,   -- exact repetitions dropped
    vendor_model VARCHAR,             -- version of the vendor's estimation model, when it says
    illustrative BOOLEAN not null,    -- invented figures, to be marked wherever they show
    outcome VARCHAR not null,         -- accepted, accepted_in_part, refused, waiting or held
    reason VARCHAR,                   -- why it is not loaded, or what is wrong with it
    extra_columns VARCHAR[],          -- columns the format does not know, passed over
    said_at TIMESTAMP,                -- moment of the statement where the fetch itself dates it, UTC
    withdrawn_on DATE,                -- day somebody withdrew the file: from then on it does not count
    sha256 VARCHAR,                   -- sha256 of its bytes, their name in landing
    generation VARCHAR,               -- generation of the format, when it has several
    read_at TIMESTAMP,                -- when the ledger took it in as it is now, UTC
    rows_left_out BIGINT not null default 0, -- rows somebody said to leave out: of some apps, or by a column mapping
    figures BIGINT,                   -- figures loaded
    figures_rounded BIGINT not null default 0, -- figures with over four digits after the point, rounded
    questions VARCHAR[],              -- what somebody must answer before it can be loaded
    proofs VARCHAR[],                 -- what its figures were held against, as known when it was read: fits, odd or broken
    asked VARCHAR[]                   -- the keys an answer to its questions has, `app NAME` for an unknown app
);

-- One fault of one row that was refused.
create table raw.rejected_row (
    snapshot_id VARCHAR not null,     -- the file
    row_no BIGINT,                    -- row number in that file
    column_name VARCHAR,              -- the column at fault
    rule VARCHAR not null,            -- the rule it breaks
    value VARCHAR,                    -- the value that breaks it
    raw_row VARCHAR                   -- the row as read, JSON
);

-- One thing that happened: a release, a results day, a price change.
create table raw.event (
    event_date DATE not null,         -- the day it happened
    app_id VARCHAR not null,          -- the app or company it happened to
    event VARCHAR not null,           -- what happened, in a sentence
    kind VARCHAR,                     -- model_release, results, pricing and the like
    address VARCHAR,                  -- where it can be read
    as_of DATE not null,              -- day from which it counts as known
    source_id VARCHAR not null,       -- the source
    snapshot_id VARCHAR not null,     -- the file it came in
    row_no BIGINT not null            -- row number in that file
);

-- One daily reference rate against the euro.
create table raw.fx_rate (
    rate_date DATE not null,          -- the day of the rate
    currency VARCHAR not null,        -- currency code
    per_eur DECIMAL(18, 8) not null,  -- units of the currency for one euro
    source_id VARCHAR not null,       -- the source
    snapshot_id VARCHAR not null      -- the file it came in
);

-- One app or company of the watch list.
create table raw.app (
    app_id VARCHAR not null,          -- its id everywhere in the warehouse
    name_en VARCHAR,                  -- name in English
    name_zh VARCHAR,                  -- name in Chinese
    kind VARCHAR,                     -- app, company, model or market
    publisher VARCHAR,                -- the company behind it
    ticker VARCHAR,                   -- that company's ticker
    position INTEGER,                 -- order in lists and charts
    tracked BOOLEAN,                  -- whether charts show it unasked
    colour VARCHAR                    -- its colour in charts
);

-- One id a store or vendor knows an app by: of the watch list, or as a vendor's file says.
create table raw.app_listing (
    app_id VARCHAR not null,          -- the app
    store VARCHAR not null,           -- the store or vendor
    listing_id VARCHAR not null,      -- its id there
    as_of DATE,                       -- the day the file was said; empty for the watch list
    source_id VARCHAR,                -- the source; empty for the watch list
    snapshot_id VARCHAR,              -- the file it came in; empty for the watch list
    row_no BIGINT                     -- row number in that file
);

-- One source of figures, as configured at the last run.
create table raw.source (
    source_id VARCHAR not null,       -- its id everywhere in the warehouse
    producer VARCHAR,                 -- who makes the figures
    address VARCHAR,                  -- where they come from
    licence VARCHAR,                  -- on what terms
    format VARCHAR,                   -- the format its files have
    unit VARCHAR,                     -- default unit
    basis VARCHAR,                    -- default basis
    covers VARCHAR,                   -- what it covers, in a sentence
    schedule VARCHAR,                 -- cron line of its job
    max_age_days INTEGER,             -- how old its newest figure may get
    illustrative BOOLEAN not null,    -- invented figures
    enabled BOOLEAN not null,         -- whether its rows count
    rejected_share DOUBLE             -- share of refused rows allowed before the file is refused
);

-- One preference among sources: the lowest rank that has figures is the one shown.
create table raw.source_rank (
    source_id VARCHAR not null,       -- the source
    metric VARCHAR not null,          -- the metric, or * for every other
    rank INTEGER not null             -- lower is preferred
);

-- One target that the dashboard opens with.
create table raw.headline (
    app_id VARCHAR not null,          -- the app
    metric VARCHAR not null,          -- the metric
    period_start DATE not null,       -- first day of the target's period
    period_end DATE not null,         -- last day of the target's period
    issuer VARCHAR not null           -- whose target it is
);

-- One act of a person that changes something, as the log of acts had it when the version was made.
create table raw.act (
    act_id VARCHAR not null,          -- its name in the log
    began_at TIMESTAMP not null,      -- when it was written down, just before it was done, UTC
    ended_at TIMESTAMP,               -- when it ended, UTC
    who VARCHAR not null,             -- who did it
    place VARCHAR not null,           -- from where
    verb VARCHAR not null,            -- what was done
    subject VARCHAR not null,         -- to what
    reason VARCHAR,                   -- the stated reason
    outcome VARCHAR not null,         -- how it ended
    problem VARCHAR,                  -- why it was refused or failed
    line_no BIGINT not null           -- its newest line in the log
);

-- What this file is; the one table that differs between two equal warehouses.
create table raw.version_info (
    name VARCHAR not null,            -- name of the version
    published_at TIMESTAMP not null,  -- when it was made, UTC
    fingerprint VARCHAR not null,     -- sha256 of the models and tables it was made with
    ledger VARCHAR not null,          -- sha256 of the ledger it holds: snapshots and watch list
    knowledge_date DATE not null      -- the day its marts were computed for
);
