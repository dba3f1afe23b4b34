-- One month of one standing revenue target under one method of going on from what was reported.
-- Months inside a reported quarter have no figure of their own, so their sums are null. After the
-- last reported quarter a month takes the run rate the company stated for it, else the method's.
-- Growth is not repeated for a period that begins more than a year after the last reported quarter,
-- and no rate is taken from after the period: the future does not tell what a closed one brought.
with quarter as (
    select * from quarters
),

run_rate as (
    select * from run_rates
),

target as (
    select * from targets where is_newest and basis = 'recognised' and value_usd is not null
),

within as (
    select
        t.target_id, q.*,
        row_number() over (partition by t.target_id order by q.quarter_start) as position,
        datediff('month', t.period_start, q.quarter_start) / 3 + 1 as quarter_no
    from target as t
    join quarter as q
        on q.app_id = t.app_id and q.metric = t.metric
        and q.quarter_start >= t.period_start and q.quarter_end <= t.period_end
),

reported_quarter as (
    select
        *,
        sum(value_usd) over so_far as cumulative_usd,
        max(case when bound = 'at_least' then 1 else 0 end) over so_far as has_least,
        max(case when bound = 'at_most' then 1 else 0 end) over so_far as has_most,
        max(case when bound = 'approx' then 1 else 0 end) over so_far as has_approx,
        max(case when illustrative then 1 else 0 end) over so_far as has_invented,
        max(as_of) over so_far as said_last
    from within
    where position = quarter_no
    window so_far as (partition by target_id order by quarter_start)
),

begun as (
    select
        t.*,
        coalesce(w.through, cast(t.period_start - interval 1 day as date)) as through,
        coalesce(w.reported_usd, 0) as reported_usd
    from target as t
    left join (
        select target_id, max(quarter_end) as through, max(cumulative_usd) as reported_usd
        from reported_quarter group by target_id
    ) as w on w.target_id = t.target_id
),

latest_quarter as (
    select b.target_id, max(q.quarter_start) as quarter_start
    from begun as b
    join quarter as q
        on q.app_id = b.app_id and q.metric = b.metric and q.quarter_start <= b.period_end
    where q.value_usd is not null
    group by b.target_id
),

latest_run_rate as (
    select b.target_id, max(r.month) as month
    from begun as b
    join run_rate as r on r.app_id = b.app_id and r.month <= b.period_end
    group by b.target_id
),

method as (
    select b.target_id, 'reported_only' as method, cast(null as date) as rate_month,
        cast(0 as decimal(18, 4)) as base_usd, cast(0 as double) as quarterly_change,
        cast(null as date) as rate_as_of, false as rate_illustrative
    from begun as b
    union all
    select b.target_id, 'last_quarter', q.quarter_start, q.monthly_usd, 0, q.as_of, q.illustrative
    from begun as b
    join latest_quarter as l on l.target_id = b.target_id
    join quarter as q
        on q.app_id = b.app_id and q.metric = b.metric and q.quarter_start = l.quarter_start
    union all
    select b.target_id, 'growth', q.quarter_start, q.monthly_usd, q.change, q.as_of, q.illustrative
    from begun as b
    join latest_quarter as l on l.target_id = b.target_id
    join quarter as q
        on q.app_id = b.app_id and q.metric = b.metric and q.quarter_start = l.quarter_start
    where q.change is not null and b.period_start <= q.quarter_end + interval 1 year
    union all
    select b.target_id, 'run_rate', r.month, r.monthly_usd, 0, r.as_of, r.illustrative
    from begun as b
    join latest_run_rate as l on l.target_id = b.target_id
    join run_rate as r on r.app_id = b.app_id and r.month = l.month
),

monthly_path as (
    select
        b.*,
        e.method, e.rate_month, e.base_usd, e.quarterly_change, e.rate_as_of, e.rate_illustrative,
        m.month,
        least(m.month_end, b.period_end) as month_end,
        m.month_end <= b.through as is_reported,
        case when e.method <> 'reported_only' and m.month_end > b.through
            then s.monthly_usd end as stated_usd,
        s.bound as stated_bound, s.as_of as stated_as_of, s.illustrative as stated_illustrative,
        cast(case
            when m.month_end <= b.through then 0
            when e.method <> 'reported_only' and s.monthly_usd is not null then s.monthly_usd
            else e.base_usd * power(1 + e.quarterly_change,
                case when e.method = 'growth'
                    then datediff('quarter', e.rate_month, m.month) else 0 end)
        end as decimal(18, 4)) as amount_usd
    from begun as b
    join method as e on e.target_id = b.target_id
    join months as m on m.month <= b.period_end and m.month_end >= b.period_start
    left join run_rate as s on s.app_id = b.app_id and s.month = m.month
)

select
    p.target_id,                                                    -- the target
    p.app_id,                                                       -- the app or company
    p.metric,                                                       -- revenue
    p.issuer,                                                       -- whose target it is
    p.kind,                                                         -- guidance or forecast
    p.is_headline,                                                  -- the one the dashboard opens with
    p.period_start,                                                 -- first day of the target's period
    p.period_end,                                                   -- last day of the target's period
    p.value_usd as target_usd,                                      -- the target in US dollars
    p.method,                                                       -- reported_only, last_quarter, run_rate or growth
    p.month,                                                        -- first day of the month
    p.month_end,                                                    -- its last day, or the period's
    p.is_reported,                                                  -- inside a reported quarter
    p.stated_usd is not null as is_stated,                          -- not reported, but a run rate was stated for it
    cast(case when not p.is_reported then p.amount_usd end as decimal(18, 2))
        as amount_usd,                                              -- what the month adds; null when reported
    case
        when not p.is_reported then cast(p.reported_usd + sum(p.amount_usd) over path as decimal(18, 2))
        else cast(q.cumulative_usd as decimal(18, 2))
    end as cumulative_usd,                                          -- sum from the period's start
    case
        when p.is_reported and q.has_least = 1 and q.has_most = 1 then 'unknown'
        when p.is_reported and q.has_least = 1 then 'at_least'
        when p.is_reported and q.has_most = 1 then 'at_most'
        when p.is_reported and q.has_approx = 1 then 'approx'
        when p.is_reported and q.target_id is not null then 'exact'
        when not p.is_reported and (max(coalesce(l.has_least, 0)) over path = 1
            or max(case when p.stated_usd is not null and p.stated_bound = 'at_least' then 1 else 0 end)
                over path = 1) then 'at_least'
        when not p.is_reported then 'approx'
    end as cumulative_bound,                                        -- what the parts' bounds leave of the sum
    p.through as reported_through,                                  -- last day reported, or the day before the period
    cast(p.reported_usd as decimal(18, 2)) as reported_usd,         -- reported from the period's start to there
    p.rate_month,                                                   -- month or quarter the method's rate is from
    cast(p.base_usd as decimal(18, 2)) as rate_usd,                 -- that rate, US dollars a month
    p.quarterly_change,                                             -- growth repeated each quarter, else 0
    p.rate_as_of,                                                   -- day from which that rate is known
    greatest(q.said_last, l.said_last, p.rate_as_of,
        max(case when p.stated_usd is not null then p.stated_as_of end) over path)
        as as_of,                                                   -- newest statement used
    p.illustrative or p.rate_illustrative or coalesce(p.stated_illustrative, false)
        or coalesce(l.has_invented, 0) = 1 as illustrative          -- invented figures among the parts
from monthly_path as p
left join reported_quarter as q on q.target_id = p.target_id and q.quarter_end = p.month_end
left join reported_quarter as l on l.target_id = p.target_id and l.quarter_end = p.through
window path as (partition by p.target_id, p.method order by p.month)
