-- One calendar quarter of recognised revenue as it was known on one asked day.
-- Chosen as statements and quarters choose: the company before others, as it restated it by that
-- day, then the earlier statement; in the unit said first.
with said as (
    select
        d.asked_on, d.is_now, s.app_id, s.period_start, s.period_end, s.value, s.unit, s.bound,
        s.as_of, s.said_from, s.snapshot_id, s.row_no, s.illustrative,
        case s.quality when 'company' then 0 else 1 end as quality_rank
    from asked_days as d
    join report_days as r on r.app_id = d.app_id
    join statements as s
        on s.app_id = r.app_id and s.period_start = r.quarter_start and s.period_end = r.quarter_end
        and s.as_of <= d.asked_on
    where s.kind = 'reported' and s.basis = 'recognised' and s.metric = 'revenue'
      and s.grain = 'quarter' and s.platform = 'all' and s.country = 'WW'
      and coalesce(s.quality, '') <> 'weak'
),

dated as (
    select
        *,
        min(as_of) over figure as any_known_from,
        min(as_of) over same_value as value_known_from,
        min(said_from) over same_value as value_said_from
    from said
    window
        figure as (partition by asked_on, app_id, period_start, unit, quality_rank),
        same_value as (partition by asked_on, app_id, period_start, unit, quality_rank, value)
),

of_unit as (
    select
        *,
        row_number() over (
            partition by asked_on, app_id, period_start, unit
            order by quality_rank,
                case when quality_rank = 0 and value_said_from > any_known_from
                    then value_known_from end desc nulls last,
                as_of, said_from, snapshot_id, row_no
        ) as choice
    from dated
),

of_quarter as (
    select
        *,
        row_number() over (partition by asked_on, app_id, period_start order by as_of, unit)
            as unit_choice
    from of_unit
    where choice = 1
)

select
    q.asked_on,                                                     -- nothing said after this day is used
    q.is_now,                                                       -- the knowledge date itself
    q.app_id,                                                       -- the app or company
    q.period_start as quarter_start,                                -- first day of the quarter
    q.period_end as quarter_end,                                    -- last day of the quarter
    q.value,                                                        -- as reported
    q.unit,                                                         -- its currency
    cast(q.value / r.fx_rate as decimal(18, 2)) as value_usd,       -- in US dollars at the quarter's average rate
    q.bound,                                                        -- exact, approx, at_least or at_most
    cast(q.value / p.value - 1 as double) as change,                -- on the quarter before, same unit, a fraction
    row_number() over (partition by q.asked_on, q.app_id order by q.period_start desc)
        as newest,                                                  -- 1 for the last quarter known that day
    q.as_of,                                                        -- day from which it was known
    q.illustrative                                                  -- invented figures, to be marked as such
from of_quarter as q
left join rates as r
    on r.currency = q.unit and r.period_start = q.period_start and r.period_end = q.period_end
    and r.grain = 'quarter'
left join of_quarter as p
    on p.asked_on = q.asked_on and p.app_id = q.app_id and p.unit = q.unit and p.unit_choice = 1
    and p.period_end = q.period_start - interval 1 day and p.value > 0
where q.unit_choice = 1
