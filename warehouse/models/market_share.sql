-- One tracked app's reported calendar year as a share of one path of a market's size.
-- The app's revenue is as it recognised it: the year it stated, else the sum of its four quarters.
-- Compared in the path's currency: dollars where the path is in dollars. An issuer may count other
-- things than the app sells, so each path has its own share.
with stated as (
    select app_id, period_start as year_start, unit, value, value_usd, bound, as_of, illustrative,
        'stated year' as taken_from
    from reported
    where metric = 'revenue' and basis = 'recognised' and grain = 'year' and platform = 'all'
      and country = 'WW' and period_start = date_trunc('year', period_start)
      and period_end = period_start + interval 1 year - interval 1 day
    union all
    select app_id, year_start, unit, value, value_usd, bound, as_of, illustrative, 'four quarters'
    from reported_to_date
    where metric = 'revenue' and complete_year
),

compared as (
    select
        m.app_id as market_id, m.issuer, m.scope, m.year_start, m.year_end, m.unit,
        m.value as market_value, m.is_interpolated, m.bound as market_bound, m.as_of as market_as_of,
        s.app_id, s.bound, s.as_of, s.taken_from, s.illustrative or m.illustrative as illustrative,
        case when s.unit = m.unit then s.value when m.unit = 'USD' then s.value_usd end as value,
        case when s.unit = m.unit then 0 else 1 end as converted
    from market as m
    join stated as s on s.year_start = m.year_start
    join raw.app as a on a.app_id = s.app_id and a.tracked
),

ranked as (
    select
        *,
        row_number() over (
            partition by market_id, issuer, scope, unit, year_start, app_id
            order by case taken_from when 'stated year' then 0 else 1 end, converted, as_of, value
        ) as choice
    from compared
    where value is not null
)

select
    r.app_id,                                                   -- the app
    r.market_id,                                                -- the market
    r.issuer,                                                   -- whose path of the market it is
    r.scope,                                                    -- what that path counts, in the issuer's words
    r.year_start,                                               -- 1 January
    r.year_end,                                                 -- 31 December
    r.unit,                                                     -- currency of both
    cast(r.value as decimal(18, 2)) as value,                   -- the app's recognised revenue of the year
    r.bound,                                                    -- exact, approx, at_least or at_most
    r.taken_from,                                               -- stated year or four quarters
    r.converted = 1 as is_converted,                            -- whether it was turned into that currency
    r.market_value,                                             -- the market's size
    r.is_interpolated,                                          -- whether nobody said that size
    cast(r.value / r.market_value as double) as share,          -- the app's part of the market
    b.change_bound as share_bound,                              -- what the two bounds leave of it
    greatest(r.as_of, r.market_as_of) as as_of,                 -- day from which both are known
    r.illustrative                                              -- invented figures on either side, to be marked as such
from ranked as r
left join change_bounds as b
    on b.bound = cast(r.bound as varchar) and b.bound_before = cast(r.market_bound as varchar)
where r.choice = 1
