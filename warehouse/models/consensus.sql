-- What the forecasters of one figure expect together: the newest forecast of each issuer, once.
-- Forecasts only, never a company's guidance; weak statements and losing conflicts are left out.
-- Money is put together in US dollars, each at the rate targets states; in its own currency too
-- where all share one. Of an issuer with two currencies the forecast set last counts.
with newest as (
    select
        *,
        case when basis = 'none' then unit else 'money' end as unit_kind,
        case when basis = 'none' then coalesce(scope, '') else '' end as scope_key,
        case when basis = 'none' then value else value_usd end as comparable,
        row_number() over (
            partition by app_id, metric, period_start, period_end, basis,
                case when basis = 'none' then unit || ':' || coalesce(scope, '') else '' end, issuer
            order by stands_by desc, first_said desc, unit, value
        ) as choice
    from targets
    where kind = 'forecast' and is_newest and (basis = 'none' or value_usd is not null)
)

select
    app_id,                                                     -- the app or company
    metric,                                                     -- what is forecast
    period_start,                                               -- first day of the period
    period_end,                                                 -- last day of the period
    basis,                                                      -- recognised and others, or none
    case when basis = 'none' then min(scope) end as scope,      -- what it covers, where that tells figures apart
    count(*) as issuers,                                        -- how many forecasters
    string_agg(issuer, '; ' order by issuer) as issuer_names,   -- who they are
    case when min(unit) = max(unit) then min(unit) end as unit, -- their unit, where all share one
    case when min(unit) = max(unit) then cast(avg(value) as decimal(24, 4)) end
        as mean,                                                -- mean in that unit
    case when min(unit) = max(unit) then cast(median(value) as decimal(24, 4)) end
        as median,                                              -- median in that unit
    case when min(unit) = max(unit) then max(value) end as high, -- highest in that unit
    case when min(unit) = max(unit) then min(value) end as low, -- lowest in that unit
    case when basis <> 'none' then cast(avg(comparable) as decimal(24, 2)) end
        as mean_usd,                                            -- mean in US dollars
    case when basis <> 'none' then cast(median(comparable) as decimal(24, 2)) end
        as median_usd,                                          -- median in US dollars
    case when basis <> 'none' then cast(max(comparable) as decimal(24, 2)) end
        as high_usd,                                            -- highest in US dollars
    case when basis <> 'none' then cast(min(comparable) as decimal(24, 2)) end
        as low_usd,                                             -- lowest in US dollars
    case
        when max(case when bound = 'at_least' then 1 else 0 end) = 1
            and max(case when bound = 'at_most' then 1 else 0 end) = 1 then 'unknown'
        when max(case when bound = 'at_least' then 1 else 0 end) = 1 then 'at_least'
        when max(case when bound = 'at_most' then 1 else 0 end) = 1 then 'at_most'
        when max(case when bound = 'approx' then 1 else 0 end) = 1 then 'approx'
        else 'exact'
    end as bound,                                               -- what the parts' bounds leave of the mean
    min(first_said) as oldest_as_of,                            -- day the oldest of them was known
    max(first_said) as as_of,                                   -- day the newest of them was known
    max(case when illustrative then 1 else 0 end) = 1 as illustrative -- invented figures among the parts
from newest
where choice = 1
group by app_id, metric, period_start, period_end, basis, unit_kind, scope_key
