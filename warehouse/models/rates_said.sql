-- One exchange rate of one day as one source said it at one moment, in however many files.
-- kept: no
select
    source_id,                                      -- the source
    rate_date,                                      -- the day of the rate
    currency,                                       -- currency code
    said_at,                                        -- the moment its files were said, UTC, where that is known
    min(per_eur) as per_eur,                        -- units of the currency for one euro
    min(per_eur) <> max(per_eur) as contradicted,   -- its files say different rates: none of them counts
    illustrative                                    -- invented rates, to be marked as such
from known_fx
group by source_id, rate_date, currency, said_at, illustrative
