-- One public statement of a figure, with how it stands among others about the same figure.
-- The same figure: app, metric, period, platform, country, unit, basis, kind and issuer; where
-- the basis is none, also the scope, for there one name covers different things (prices, ranks).
-- What a publisher says at one address counts once, in however many files it came.
with told as (
    select
        *,
        row_number() over (
            partition by source_id, app_id, metric, period_start, period_end, grain, platform,
                country, value, unit, basis, kind, bound, scope, issuer, publisher, address, as_of
            order by set_by nulls last, said_from, snapshot_id, row_no
        ) as time_told
    from known
    where source_format = 'disclosures'
      and grain in ('month', 'quarter', 'year', 'cumulative', 'point')
),

keyed as (
    select
        *,
        case when basis = 'none' then coalesce(scope, '') else '' end as scope_key,
        case quality when 'company' then 0 when 'weak' then 2 else 1 end as quality_rank
    from told
    where time_told = 1
),

first_said as (
    select
        *,
        min(as_of) over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key, quality_rank
        ) as any_known_from,
        min(as_of) over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key, quality_rank, value
        ) as value_known_from,
        min(said_from) over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key, quality_rank, value
        ) as value_said_from
    from keyed
),

counted as (
    select
        *,
        row_number() over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key
            order by quality_rank,
                case when kind = 'reported' and quality_rank = 0 and value_said_from > any_known_from
                    then value_known_from end desc nulls last,
                as_of, said_from, snapshot_id, row_no
        ) as choice,
        count(*) over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key, value
        ) as same_value,
        count(*) over (
            partition by app_id, metric, period_start, period_end, grain, platform, country,
                unit, basis, kind, coalesce(issuer, ''), scope_key
        ) as any_value
    from first_said
)

select
    app_id,                                             -- the app or company
    metric,                                             -- what was stated
    period_start,                                       -- first day the figure describes
    period_end,                                         -- last day the figure describes
    grain,                                              -- month, quarter, year, cumulative or point
    platform,                                           -- ios, android, web or all
    country,                                            -- ISO 3166-1 alpha-2, or WW
    value,                                              -- the figure as stated, in its unit
    unit,                                               -- a currency code, users, percent and the like
    basis,                                              -- gross, net_of_store, recognised, cash, run_rate, or none
    kind,                                               -- estimate, reported, guidance, forecast or press
    bound,                                              -- exact, approx, at_least or at_most
    scope,                                              -- what the figure covers, in the source's words
    scope_key,                                          -- the scope where it tells figures apart, else empty
    issuer,                                             -- whose guidance or forecast it is
    publisher,                                          -- who published it
    address,                                            -- where it can be read
    quality,                                            -- company, secondary or weak
    note,                                               -- caveats
    coalesce(note like '%DENIED%', false) as is_denied, -- whom it is about has denied it: its note says DENIED
    said_from,                                          -- earliest day the statement may have been made
    as_of,                                              -- day from which it counts as known
    set_from,                                           -- first day its issuer may have set it, where the source says when
    set_by,                                             -- last day its issuer may have set it, where the source says when
    source_id,                                          -- the source
    snapshot_id,                                        -- the file it came in
    row_no,                                             -- row number in that file
    illustrative,                                       -- invented figures, to be marked as such
    choice = 1 and quality_rank < 2 as preferred,       -- the one shown: company first, as it restated it, then earlier; never weak
    same_value as statements,                           -- how many say this value, this one included
    any_value - same_value as conflicts                 -- how many say another value
from counted
