-- One app or company of the watch list.
-- kept: no
select
    app_id,         -- its id everywhere in the warehouse
    name_en,        -- name in English
    name_zh,        -- name in Chinese
    kind,           -- app, company, model or market
    publisher,      -- the company behind it
    ticker,         -- that company's ticker
    position,       -- order in lists and charts
    tracked,        -- whether charts show it unasked
    colour          -- its colour in charts
from raw.app
