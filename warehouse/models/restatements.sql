-- One figure about the past that a later statement of the same voice changed.
-- A voice is a source for its estimates; for public figures the company, whoever relays it, or else
-- one publisher. What cannot be put in order is no restatement but a conflict; guidance and
-- forecasts are revised in targets; a part month that reaches further is progress, not a change.
with said as (
    select
        source_id, app_id, metric, period_start, period_end, grain, platform, country, unit, basis,
        cast(kind as varchar) as kind, coalesce(scope, '') as scope_key, source_id as voice, value, bound, as_of as said_from,
        as_of, said_at, snapshot_id, row_no, name, cast(null as varchar) as address, illustrative
    from repeated
    where not contradicted
    union all
    select
        s.source_id, s.app_id, s.metric, s.period_start, s.period_end, s.grain, s.platform, s.country,
        s.unit, s.basis, cast(s.kind as varchar), s.scope_key,
        case when s.quality = 'company' then 'company' else coalesce(s.publisher, '') end,
        s.value, s.bound, s.said_from, s.as_of, n.said_at, s.snapshot_id, s.row_no, n.name, s.address,
        s.illustrative
    from statements as s
    join raw.snapshot as n on n.snapshot_id = s.snapshot_id
    where s.kind in ('reported', 'press', 'estimate') and coalesce(s.quality, '') <> 'weak'
),

followed as (
    select
        *,
        lag(value) over voice_on_figure as value_before,
        lag(bound) over voice_on_figure as bound_before,
        lag(as_of) over voice_on_figure as as_of_before,
        lag(said_at) over voice_on_figure as said_at_before,
        lag(snapshot_id) over voice_on_figure as snapshot_id_before,
        lag(row_no) over voice_on_figure as row_no_before,
        lag(name) over voice_on_figure as name_before
    from said
    window voice_on_figure as (
        partition by source_id, app_id, metric, period_start, period_end, grain, platform, country,
            unit, basis, kind, scope_key, voice
        order by as_of, said_at nulls first, said_from, snapshot_id, row_no
    )
)

select
    app_id,                                             -- the app or company
    metric,                                             -- revenue, downloads, mau and others
    period_start,                                       -- first day the figure describes
    period_end,                                         -- last day the figure describes
    grain,                                              -- day, month, quarter, year, cumulative or point
    platform,                                           -- ios, android, web or all
    country,                                            -- ISO 3166-1 alpha-2, or WW
    unit,                                               -- a currency code, users and the like
    basis,                                              -- gross, recognised and others, or none
    kind,                                               -- estimate, reported or press
    voice,                                              -- who changed it: the source, company, or a publisher
    value_before,                                       -- as it was said before
    bound_before,                                       -- exact, approx, at_least or at_most, before
    value,                                              -- as it is said from then on
    bound,                                              -- exact, approx, at_least or at_most, from then on
    value - value_before as difference,                 -- the later less the earlier
    case when value_before > 0 then value / value_before - 1 end
        as change,                                      -- as a fraction of the earlier; null from nothing
    as_of,                                              -- the day it was changed
    as_of_before,                                       -- the day it was said before
    as_of - period_end as days_after,                   -- days between the period's end and the change
    source_id,                                          -- the source
    snapshot_id,                                        -- the file the change came in
    row_no,                                             -- row number in that file
    name,                                               -- that file's name
    snapshot_id_before,                                 -- the file it was said in before
    row_no_before,                                      -- row number in that file
    name_before,                                        -- that file's name
    address,                                            -- where the change can be read
    illustrative                                        -- invented figures, to be marked as such
from followed
where (value <> value_before or bound <> bound_before)
  and (said_from > as_of_before
      or (said_from = as_of_before and voice = source_id and said_at is distinct from said_at_before))
