-- One reported quarter and one method: what the method said the day before the report, and what came.
-- Reported is the figure as it stands at the knowledge date. A range is taken from the method's own
-- errors in quarters reported by that day, two at least: the root of their mean square, as logarithms,
-- shared out over the quarters ahead, times Student's t.
with quarter as (
    select
        r.app_id, r.quarter_start, r.quarter_end, r.first_said, w.asked_on,
        max(w.ahead) as ahead, max(w.last_usd) as last_usd,
        case when count(w.coverage_usd) = 3 then sum(w.coverage_usd) end as coverage_usd,
        case when count(w.stated_usd) = 3 then sum(w.stated_usd) end as stated_usd,
        case when count(w.combined_usd) = 3 then sum(w.combined_usd) end as combined_usd,
        case when count(w.last_value_usd) = 3 then sum(w.last_value_usd) end as last_value_usd,
        case when count(w.last_growth_usd) = 3 then sum(w.last_growth_usd) end as last_growth_usd,
        max(w.as_of) as as_of,
        max(case when w.last_illustrative then 1 else 0 end) = 1 as last_illustrative,
        max(case when w.illustrative then 1 else 0 end) = 1 as illustrative
    from report_days as r
    join nowcast_ways as w
        on w.app_id = r.app_id and w.quarter_start = r.quarter_start and w.asked_on = r.day_before
        and not w.is_now
    group by r.app_id, r.quarter_start, r.quarter_end, r.first_said, w.asked_on
),

said as (
    select
        q.app_id, m.method, q.quarter_start, q.quarter_end, q.first_said, q.asked_on, q.ahead,
        q.last_usd, q.as_of,
        case when m.naive then q.last_illustrative else q.illustrative end as illustrative,
        cast(case m.method
            when 'coverage' then q.coverage_usd
            when 'stated' then q.stated_usd
            when 'combined' then q.combined_usd
            when 'last_value' then q.last_value_usd
            else q.last_growth_usd
        end as decimal(28, 2)) as nowcast_usd
    from quarter as q
    cross join (values
        ('coverage', false), ('stated', false), ('combined', false),
        ('last_value', true), ('last_growth', true)
    ) as m(method, naive)
),

held as (
    select
        s.*, r.value_usd as reported_usd, r.bound as reported_bound, r.illustrative as report_illustrative,
        greatest(s.as_of, r.as_of) as used_as_of,
        ln(cast(r.value_usd as double) / cast(s.nowcast_usd as double)) as log_error
    from said as s
    join quarters_then as r
        on r.is_now and r.app_id = s.app_id and r.quarter_start = s.quarter_start
        and r.value_usd > 0
    where s.nowcast_usd > 0
),

earlier as (
    select
        h.app_id, h.method, h.quarter_start,
        count(*) as errors, round(sqrt(avg(e.log_error * e.log_error / e.ahead)), 12) as spread
    from held as h
    join held as e on e.app_id = h.app_id and e.method = h.method and e.first_said <= h.asked_on
    group by h.app_id, h.method, h.quarter_start
    having count(*) >= 2
),

ranged as (
    select
        h.*, e.errors, e.spread,
        cast(h.nowcast_usd * exp(-t.t50 * e.spread * sqrt(h.ahead)) as decimal(28, 2)) as low50_usd,
        cast(h.nowcast_usd * exp(t.t50 * e.spread * sqrt(h.ahead)) as decimal(28, 2)) as high50_usd,
        cast(h.nowcast_usd * exp(-t.t90 * e.spread * sqrt(h.ahead)) as decimal(28, 2)) as low90_usd,
        cast(h.nowcast_usd * exp(t.t90 * e.spread * sqrt(h.ahead)) as decimal(28, 2)) as high90_usd
    from held as h
    left join earlier as e
        on e.app_id = h.app_id and e.method = h.method and e.quarter_start = h.quarter_start
    left join t_quantiles as t
        on t.errors = least(e.errors, 30) and t.t90 * e.spread * sqrt(h.ahead) <= 9
)

select
    app_id,                                                         -- the app or company
    method,                                                         -- coverage, stated, combined; naive: last_value, last_growth
    quarter_start,                                                  -- first day of the quarter
    quarter_end,                                                    -- last day of the quarter
    asked_on,                                                       -- the day before the report: nothing later is used
    first_said,                                                     -- the day of the report
    cast(ahead as integer) as ahead,                                -- quarters after the last one reported by then
    nowcast_usd,                                                    -- what the method said then
    low50_usd,                                                      -- 50% range, from; null with fewer than two earlier errors, or where they tell nothing
    high50_usd,                                                     -- 50% range, to
    low90_usd,                                                      -- 90% range, from
    high90_usd,                                                     -- 90% range, to
    cast(coalesce(errors, 0) as integer) as earlier_errors,         -- past errors the range is from
    reported_usd,                                                   -- what was reported, as it stands now
    reported_bound,                                                 -- its bound
    cast(nowcast_usd / reported_usd - 1 as double) as error,        -- said over reported, less 1
    log_error,                                                      -- logarithm of reported over said
    reported_usd between low50_usd and high50_usd as in_50,         -- whether the 50% range held it
    reported_usd between low90_usd and high90_usd as in_90,         -- whether the 90% range held it
    case when method <> 'last_value'
        then sign(nowcast_usd - last_usd) = sign(reported_usd - last_usd) end
        as right_direction,                                         -- up or down on the quarter known then; last_value says neither
    used_as_of as as_of,                                            -- newest statement used, the report among them
    illustrative or report_illustrative as illustrative             -- invented figures among the parts
from ranged
