-- A tracked app's reported year as a part of each issuer's market, the smallest part first.
select
    s.app_id, a.name_en, a.name_zh, a.colour, s.market_id, s.issuer, s.scope, s.year_start,
    s.year_end, s.unit, s.value, s.bound, s.taken_from, s.is_converted, s.market_value,
    s.is_interpolated, s.share, s.share_bound, s.as_of, s.illustrative
from market_share s
join apps a using (app_id)
order by a.position, s.year_start desc, s.share, s.issuer, s.scope
