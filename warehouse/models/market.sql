-- One year of one issuer's path of a market's size, from the first year it states to the last.
-- A path is what one issuer says of one market in one scope: the newest value of each year. Years
-- between two stated ones are compound growth between those two, marked is_interpolated: nobody said
-- them. Nothing is drawn on beyond the last stated year.
with point as (
    select
        app_id, issuer, coalesce(scope, '') as scope, unit, extract(year from period_start) as year,
        value, bound, first_said, publisher, address, source_id, snapshot_id, row_no, illustrative
    from targets
    where metric = 'tam' and kind = 'forecast' and grain = 'year' and is_newest and value > 0
),

between_points as (
    select
        *,
        lead(year) over path as next_year,
        lead(value) over path as next_value,
        lead(first_said) over path as next_said,
        lag(year) over path as year_before,
        lag(value) over path as value_before
    from point
    window path as (partition by app_id, issuer, scope, unit order by year)
),

every_year as (
    select p.*, cast(extract(year from m.month) as integer) as path_year
    from between_points as p
    join months as m
        on extract(month from m.month) = 1 and extract(year from m.month) >= p.year
        and extract(year from m.month) < coalesce(p.next_year, p.year + 1)
)

select
    app_id,                                             -- the market, as the watch list names it
    issuer,                                             -- whose path it is
    scope,                                              -- what the issuer counts, in its words
    make_date(path_year, 1, 1) as year_start,           -- 1 January
    make_date(path_year, 12, 31) as year_end,           -- 31 December
    cast(case when path_year = year then value
        else value * power(cast(next_value / value as double),
            (path_year - year) / cast(next_year - year as double)) end as decimal(18, 2))
        as value,                                       -- the market's size
    unit,                                               -- its currency
    path_year > year as is_interpolated,                -- worked out between two stated years, said by nobody
    case when path_year > year then 'approx' else bound end as bound, -- exact, approx, at_least or at_most
    case when path_year > year then power(cast(next_value / value as double), 1.0 / (next_year - year)) - 1
        when value_before is not null then power(cast(value / value_before as double), 1.0 / (year - year_before)) - 1
    end as compound_growth,                             -- a year, since the stated year before; null for the first
    cast(year as integer) as from_year,                 -- the stated year it starts from
    cast(case when path_year > year then next_year else year end as integer)
        as to_year,                                     -- the stated year it leads to
    publisher,                                          -- who published the stated value it starts from
    address,                                            -- where that can be read
    case when path_year > year then greatest(first_said, next_said) else first_said end
        as as_of,                                       -- day from which it is known
    source_id,                                          -- the source
    snapshot_id,                                        -- the file it came in
    row_no,                                             -- row number in that file
    illustrative                                        -- invented figures, to be marked as such
from every_year
