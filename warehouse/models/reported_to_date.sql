-- One quarter end of one calendar year: what the company reported from January to there.
-- The run of quarters starts with the year and has no gap; a missing quarter ends it.
with numbered as (
    select
        *,
        cast(date_trunc('year', quarter_start) as date) as year_start,
        extract(quarter from quarter_start) as quarter_no,
        row_number() over (
            partition by app_id, metric, basis, unit, date_trunc('year', quarter_start)
            order by quarter_start
        ) as position
    from quarters
),

running as (
    select
        *,
        sum(value) over year_so_far as value_so_far,
        sum(value_usd) over year_so_far as usd_so_far,
        count(value_usd) over year_so_far as usd_parts,
        max(case when bound = 'at_least' then 1 else 0 end) over year_so_far as has_least,
        max(case when bound = 'at_most' then 1 else 0 end) over year_so_far as has_most,
        max(case when bound = 'approx' then 1 else 0 end) over year_so_far as has_approx,
        max(case when illustrative then 1 else 0 end) over year_so_far as has_invented,
        max(as_of) over year_so_far as said_last
    from numbered
    where position = quarter_no
    window year_so_far as (
        partition by app_id, metric, basis, unit, year_start order by quarter_start
    )
)

select
    app_id,                                                                 -- the app or company
    metric,                                                                 -- revenue
    basis,                                                                  -- recognised
    year_start,                                                             -- 1 January
    cast(year_start + interval 1 year - interval 1 day as date) as year_end, -- 31 December
    quarter_end as through,                                                 -- last day reported
    cast(quarter_no as integer) as quarters,                                -- quarters added
    cast(value_so_far as decimal(18, 4)) as value,                          -- their sum in the unit reported
    unit,                                                                   -- its currency
    case
        when has_least = 1 and has_most = 1 then 'unknown'
        when has_least = 1 then 'at_least'
        when has_most = 1 then 'at_most'
        when has_approx = 1 then 'approx'
        else 'exact'
    end as bound,                                                           -- what the parts' bounds leave of the sum
    has_approx = 1 as approximate,                                          -- whether any part is "about"
    cast(case when usd_parts = quarter_no then usd_so_far end as decimal(18, 2))
        as value_usd,                                                       -- each quarter at its own average rate
    value as latest_quarter_value,                                          -- the last quarter alone
    value_usd as latest_quarter_usd,                                        -- the last quarter alone, in US dollars
    bound as latest_quarter_bound,                                          -- its bound
    said_last as as_of,                                                     -- day from which the sum is known
    quarter_no = 4 as complete_year,                                        -- whether all four are there
    has_invented = 1 as illustrative                                        -- invented figures among the parts
from running
