-- One growth rate somebody claimed for one app and period, held against one series that shows it.
-- A claim is a public figure named <metric>_growth_mom_pct, _qoq_pct or _yoy_pct about the past; two
-- of one page are its low and high end. Months on months are held against the tracked series (all
-- platforms, the world) as it is known, quarters and years against what the company reported. An
-- end is met within half a percentage point. Forecasts and weak statements are no claims.
with claim as (
    select
        source_id, app_id,
        regexp_extract(metric, '^(.+)_growth_(mom|qoq|yoy)_pct$', 1) as metric,
        regexp_extract(metric, '^(.+)_growth_(mom|qoq|yoy)_pct$', 2) as compared,
        period_start, period_end, grain, scope, publisher, address,
        cast(min(value) / 100 as decimal(12, 6)) as low,
        cast(max(value) / 100 as decimal(12, 6)) as high, count(distinct value) as ends,
        min_by(bound, value) as bound, min(as_of) as as_of, min(snapshot_id) as snapshot_id,
        min(row_no) as row_no, max(case when illustrative then 1 else 0 end) = 1 as illustrative
    from statements
    where unit = 'percent' and kind in ('estimate', 'press', 'reported')
      and coalesce(quality, '') <> 'weak' and regexp_matches(metric, '^(.+)_growth_(mom|qoq|yoy)_pct$')
    group by all
),

series as (
    select app_id, metric, month as period_start, 'month' as grain, 'mom' as compared,
        mom_change as change, mom_change_bound as change_bound, unit, basis, source_id, as_of,
        illustrative
    from growth
    where platform = 'all' and country = 'WW' and mom_change is not null
    union all
    select app_id, metric, month, 'month', 'yoy', yoy_change, yoy_change_bound, unit, basis, source_id,
        as_of, illustrative
    from growth
    where platform = 'all' and country = 'WW' and yoy_change is not null
    union all
    select app_id, metric, period_start, grain, case grain when 'quarter' then 'qoq' else 'yoy' end,
        change, change_bound, unit, basis, source_id, as_of, illustrative
    from reported
    where platform = 'all' and country = 'WW' and basis = 'recognised' and change is not null
      and grain in ('quarter', 'year')
    union all
    select app_id, metric, period_start, grain, 'yoy', yoy_change, yoy_change_bound, unit, basis,
        source_id, as_of, illustrative
    from reported
    where platform = 'all' and country = 'WW' and basis = 'recognised' and yoy_change is not null
      and grain in ('month', 'quarter')
),

held as (
    select
        c.*, s.change, s.change_bound, s.unit, s.basis, s.source_id as series_source_id,
        s.as_of as series_as_of, c.illustrative or coalesce(s.illustrative, false) as invented,
        case
            when c.ends = 1 and c.bound = 'at_most' then false
            else s.change < c.low - 0.005
        end as is_below,
        case
            when c.ends = 1 and c.bound = 'at_least' then false
            else s.change > c.high + 0.005
        end as is_above
    from claim as c
    left join series as s
        on s.app_id = c.app_id and s.metric = c.metric and s.period_start = c.period_start
        and s.grain = c.grain and s.compared = c.compared
)

select
    app_id,                                         -- the app or company
    metric,                                         -- revenue, downloads or mau
    period_start,                                   -- first day of the period that grew
    period_end,                                     -- last day of it
    grain,                                          -- month, quarter or year
    compared,                                       -- with what: mom, qoq or yoy
    low,                                            -- low end of the claim, a fraction
    high,                                           -- high end of the claim, a fraction
    bound,                                          -- bound of the low end: exact, approx, at_least or at_most
    scope,                                          -- what the claim covers, in the source's words
    publisher,                                      -- who published it
    address,                                        -- where it can be read
    as_of,                                          -- day from which the claim is known
    change,                                         -- the change the series shows, a fraction; null when it shows none
    change_bound,                                   -- what the bounds of the series leave of its change
    case
        when change is null then 'nothing to compare'
        when is_below and change_bound in ('exact', 'approx', 'at_most') then 'misses'
        when is_above and change_bound in ('exact', 'approx', 'at_least') then 'misses'
        when is_below or is_above or change_bound not in ('exact', 'approx') then 'open'
        else 'agrees'
    end as verdict,                                 -- agrees, misses; open: bounds leave it undecided; nothing to compare
    case when is_below then change - low when is_above then change - high end
        as misses_by,                               -- series less the nearest end, a fraction; null inside
    unit,                                           -- unit of the series
    basis,                                          -- what its money counts; a claim may count other money
    series_source_id,                               -- the source of the series
    series_as_of,                                   -- newest day any part of the series was said
    source_id,                                      -- the source of the claim
    snapshot_id,                                    -- the file the claim came in
    row_no,                                         -- its row number in that file
    invented as illustrative                        -- invented figures on either side, to be marked as such
from held
