-- The one row that says which day this session knows up to.
-- kept: no
select
    cast(coalesce(getvariable('as_of')::date, getvariable('today')::date, current_date) as date)
        as knowledge_date,                          -- nothing said after this day is used
    getvariable('as_of') is not null as replayed    -- whether somebody chose that day
