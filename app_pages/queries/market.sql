-- What each issuer says a market comes to, year by year; years between stated ones are worked out.
select
    m.app_id as market_id, a.name_en as market_name, m.issuer, m.scope, m.year_start, m.year_end,
    m.value, m.unit, m.is_interpolated, m.bound, m.compound_growth, m.from_year, m.to_year,
    m.publisher, m.address, m.as_of, m.source_id, m.illustrative
from market m
left join apps a using (app_id)
order by m.app_id, m.unit, m.issuer, m.scope, m.year_start
