-- How large is the market this year, by issuer? Issuers count different markets.
select issuer, scope, year_start, round(value / 1e9, 1) as billions, unit, bound, is_interpolated
from market
where year_start = date '2026-01-01'
order by issuer, billions
