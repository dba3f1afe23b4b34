-- One month of money of monthly, in one currency: its own and each other that is known.
-- Ask it with where currency = '…' to see every app in one currency. A month is turned at the average
-- of its daily rates as far as they are known; the growth between two months then has the rate in
-- it, and value_at_rate_before leaves it out: the month at the rate of the month before. The changes
-- stand where growth has one: between complete months.
-- kept: no
select
    m.app_id,                                                       -- the app
    m.metric,                                                       -- revenue and others
    m.month,                                                        -- first day of the month
    m.platform,                                                     -- ios, android, web or all
    m.country,                                                      -- ISO 3166-1 alpha-2, or WW
    m.basis,                                                        -- gross, net_of_store and others
    m.kind,                                                         -- estimate or reported
    t.currency,                                                     -- the currency it is shown in
    cast(case when t.currency = m.unit then m.value else m.value / own.average * t.average end
        as decimal(24, 4)) as value,                                -- the figure in that currency
    cast(case when t.currency = m.unit then m.value
        else m.value / own_before.average * t_before.average end as decimal(24, 4))
        as value_at_rate_before,                                    -- the same at the rate of the month before; null without one
    m.mom_change as change_constant_currency,                       -- on the month before, as stated: no rate in it
    case when t.currency = m.unit then m.mom_change
        else (1 + m.mom_change) * (t.average / own.average)
            / (t_before.average / own_before.average) - 1 end
        as change,                                                  -- on the month before in that currency, the rate in it
    case when t.currency = m.unit then 0 * m.mom_change
        else (1 + m.mom_change) * ((t.average / own.average)
            / (t_before.average / own_before.average) - 1) end
        as change_from_rate,                                        -- what the rate adds: change less change_constant_currency
    m.bound,                                                        -- exact, approx, at_least or at_most
    m.complete,                                                     -- whether every day is in
    m.value as native_value,                                        -- as stated
    m.unit as native_unit,                                          -- the currency it was stated in
    case when t.currency = m.unit then 'as stated'
        else 'average of ' || coalesce(t.days, own.days) || ' daily rates' end
        as fx_rule,                                                 -- at which rate, in words
    m.source_id,                                                    -- the one source used
    m.as_of,                                                        -- newest day any part was said
    m.illustrative                                                  -- invented figures, to be marked as such
from growth as m
join currency_rates as own
    on own.currency = m.unit and own.period_start = m.month
    and own.period_end = m.month + interval 1 month - interval 1 day
join currency_rates as t
    on t.period_start = own.period_start and t.period_end = own.period_end
left join currency_rates as own_before
    on own_before.currency = m.unit and own_before.period_start = m.month - interval 1 month
    and own_before.period_end = m.month - interval 1 day
left join currency_rates as t_before
    on t_before.currency = t.currency and t_before.period_start = m.month - interval 1 month
    and t_before.period_end = m.month - interval 1 day
where m.basis <> 'none'
  and (t.currency = m.unit or (own.average is not null and t.average is not null))
