-- One dated standing or price of an app or model: leaderboard, comparison or price, beside its releases.
-- As stated on its day and no series: leaderboards change their rules, and a price is of one tier.
-- Both what people published and what a leaderboard's own feed says. Weak statements, aims and
-- forecasts are left out.
with fact as (
    select
        app_id, metric, period_end as fact_date, value, unit, bound, scope, kind, publisher, address,
        quality, note, as_of, source_id, snapshot_id, row_no, illustrative
    from statements
    where preferred and kind in ('reported', 'press', 'estimate')
    union all
    select
        app_id, metric, period_end, value, unit, bound, scope, kind, publisher, address, quality, note,
        as_of, source_id, snapshot_id, row_no, illustrative
    from known
    where source_format <> 'disclosures' and grain = 'point' and kind in ('reported', 'press', 'estimate')
),

measured as (
    select
        *,
        case
            when unit = 'elo' or metric = 'benchmark_rank' or (unit = 'rank' and metric = 'rank')
                then 'leaderboard'
            when metric like 'win!_ratio%' escape '!' then 'comparison'
            when metric like '%price%' and metric not like '%!_pct' escape '!' and metric <> 'target_price'
                then 'price'
        end as measure
    from fact
),

release as (
    select app_id, event_date, event
    from known_event
    where kind in ('model_release', 'app_release')
),

dated as (
    select
        f.*, r.event_date as release_date, r.event as release,
        row_number() over (
            partition by f.source_id, f.snapshot_id, f.row_no, f.app_id, f.metric, f.fact_date, f.scope
            order by r.event_date desc nulls last, r.event
        ) as choice
    from measured as f
    left join release as r on r.app_id = f.app_id and r.event_date <= f.fact_date
    where f.measure is not null
)

select
    app_id,                                                     -- the app or model
    measure,                                                    -- leaderboard, comparison or price
    metric,                                                     -- elo, benchmark_rank, win_ratio_pct, api_price_per_second and the like
    fact_date,                                                  -- the day it held
    value,                                                      -- as stated, in its unit
    unit,                                                       -- elo, rank, percent or a currency code
    bound,                                                      -- exact, approx, at_least or at_most
    scope,                                                      -- which leaderboard, rival, model and tier, in the source's words
    case
        when measure = 'price' then null
        when lower(coalesce(note, '')) like '%vendor-run%' then 'its own maker'
        when measure = 'leaderboard' then 'the leaderboard named in scope'
        else 'not said'
    end as ran_by,                                              -- who ran the comparison; null for a price
    kind,                                                       -- reported (said by the company), press or estimate
    release,                                                    -- its last release by that day, in a sentence
    release_date,                                               -- the day of that release
    fact_date - release_date as days_after_release,             -- days between the two
    publisher,                                                  -- who published it
    address,                                                    -- where it can be read
    quality,                                                    -- company or secondary
    note,                                                       -- caveats
    as_of,                                                      -- day from which it counts as known
    source_id,                                                  -- the source
    snapshot_id,                                                -- the file it came in
    row_no,                                                     -- row number in that file
    illustrative                                                -- invented figures, to be marked as such
from dated
where choice = 1
