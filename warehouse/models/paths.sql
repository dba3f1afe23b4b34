-- One month of one standing revenue target under one method of going on from what was reported.
-- Months inside a reported quarter have no figure of their own, so their sums are null. After the
-- last reported quarter a month takes the revenue the company stated for it, else a twelfth of the
-- run rate stated for it, else the method's; the floor takes stated revenue alone.
-- Growth is not repeated for a period that begins more than a year after the last reported quarter,
-- nor where that would be over 10,000 times (a slip of units); the same holds for last year's shape.
-- No rate is taken from after the period: the future does not tell what a closed one brought.
-- Last year's shape needs every quarter of the year before and one of the period: a month left
-- brings what it brought then, times what the quarters reported are of the same a year before.
-- Each amount is there in US dollars and in the unit the target is compared in: its own currency
-- where the company reports in that, so that no exchange rate comes between the two, else dollars.
with target as (
    select
        t.*,
        case when t.unit <> 'USD' and exists (
            select 1 from quarters as q
            where q.app_id = t.app_id and q.metric = t.metric and q.unit = t.unit
              and q.quarter_start <= t.period_end
        ) and not exists (
            select 1 from quarters as q
            where q.app_id = t.app_id and q.metric = t.metric and q.unit <> t.unit
              and q.quarter_start <= t.period_end
        ) then t.unit else 'USD' end as compared_in
    from targets as t
    where t.is_newest and t.basis = 'recognised' and t.value_usd is not null
),

quarter as (
    select
        t.target_id, t.period_start, t.period_end, q.*,
        case when t.compared_in = 'USD' then q.value_usd else q.value end as own
    from target as t
    join quarters as q
        on q.app_id = t.app_id and q.metric = t.metric and q.quarter_start <= t.period_end
),

stated as (
    select app_id, month, basis, value, unit, value_usd, bound, as_of, illustrative
    from stated_months
    where value_usd is not null
    union all
    select app_id, month, 'run_rate', cast(value / 12 as decimal(18, 4)), unit, monthly_usd, bound,
        as_of, illustrative
    from run_rates
),

stated_month as (
    select
        t.target_id, s.*,
        cast(case
            when t.compared_in = 'USD' then s.value_usd
            when t.compared_in = s.unit then s.value
            else s.value_usd * r.fx_rate
        end as decimal(18, 4)) as own,
        row_number() over (
            partition by t.target_id, s.month order by case s.basis when 'run_rate' then 1 else 0 end
        ) as choice
    from target as t
    join stated as s on s.app_id = t.app_id and s.month <= t.period_end
    left join rates as r
        on r.currency = t.compared_in and r.grain = 'month' and r.period_start = s.month
        and r.period_end = s.month + interval 1 month - interval 1 day
),

within as (
    select
        *,
        row_number() over (partition by target_id order by quarter_start) as position,
        datediff('month', period_start, quarter_start) / 3 + 1 as quarter_no
    from quarter
    where quarter_start >= period_start and quarter_end <= period_end
),

reported_quarter as (
    select
        *,
        sum(value_usd) over so_far as cumulative_usd,
        sum(own) over so_far as cumulative,
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
        coalesce(w.reported_usd, 0) as reported_usd,
        coalesce(w.reported, 0) as reported
    from target as t
    left join (
        select target_id, max(quarter_end) as through, max(cumulative_usd) as reported_usd,
            max(cumulative) as reported
        from reported_quarter group by target_id
    ) as w on w.target_id = t.target_id
),

-- The quarters of the year before the period: how much of it had come by each, and whether all of
-- them are reported.
year_before as (
    select
        q.target_id, q.quarter_start, q.own, q.value_usd,
        sum(q.own) over so_far / nullif(sum(q.own) over whole, 0) as share,
        least(count(q.own) over whole, count(q.value_usd) over whole)
            = datediff('quarter', q.period_start, q.period_end) + 1
            and min(q.own) over whole >= 0
            and q.period_start = date_trunc('quarter', q.period_start) as is_whole,
        max(q.as_of) over whole as said_last,
        max(case when q.illustrative then 1 else 0 end) over whole as has_invented
    from quarter as q
    where q.quarter_start >= q.period_start - interval 1 year
      and q.quarter_start <= q.period_end - interval 1 year
    window
        whole as (partition by q.target_id),
        so_far as (partition by q.target_id order by q.quarter_start)
),

times_before as (
    select
        r.target_id, sum(r.own) / sum(y.own) as times, sum(r.value_usd) / sum(y.value_usd) as times_usd,
        max(greatest(r.said_last, y.said_last)) as as_of,
        max(greatest(r.has_invented, y.has_invented)) = 1 as illustrative
    from reported_quarter as r
    join year_before as y
        on y.target_id = r.target_id and y.quarter_start = r.quarter_start - interval 1 year
    where y.is_whole
    group by r.target_id
    having sum(y.own) > 0 and sum(y.value_usd) > 0
        and sum(r.own) / sum(y.own) <= 10000 and sum(r.value_usd) / sum(y.value_usd) <= 10000
),

latest_quarter as (
    select target_id, max(quarter_start) as quarter_start, max(quarter_end) as quarter_end
    from quarter
    where value_usd is not null
    group by target_id
),

latest_month as (
    select s.target_id, s.basis, max(s.month) as month
    from stated_month as s
    left join latest_quarter as l on l.target_id = s.target_id
    where s.basis = 'run_rate' or l.quarter_end is null or s.month > l.quarter_end
    group by s.target_id, s.basis
),

method as (
    select target_id, 'reported_only' as method, cast(null as date) as rate_month,
        cast(0 as decimal(18, 4)) as base_usd, cast(0 as decimal(18, 4)) as base,
        cast(0 as double) as quarterly_change,
        cast(null as date) as rate_as_of, false as rate_illustrative
    from target
    union all
    select q.target_id, 'last_quarter', q.quarter_start, q.monthly_usd,
        cast(q.own / 3 as decimal(18, 4)), 0, q.as_of, q.illustrative
    from quarter as q
    join latest_quarter as l on l.target_id = q.target_id and l.quarter_start = q.quarter_start
    union all
    select q.target_id, 'growth', q.quarter_start, q.monthly_usd,
        cast(q.own / 3 as decimal(18, 4)), q.change, q.as_of, q.illustrative
    from quarter as q
    join latest_quarter as l on l.target_id = q.target_id and l.quarter_start = q.quarter_start
    where q.change is not null and q.period_start <= q.quarter_end + interval 1 year
      and power(1 + q.change, datediff('quarter', q.quarter_start, q.period_end)) <= 10000
    union all
    select target_id, 'last_year', null, 0, 0, 0, as_of, illustrative
    from times_before
    union all
    select s.target_id, case s.basis when 'run_rate' then 'run_rate' else 'last_month' end,
        s.month, s.value_usd, s.own, 0, s.as_of, s.illustrative
    from stated_month as s
    join latest_month as l
        on l.target_id = s.target_id and l.basis = s.basis and l.month = s.month
),

monthly_path as (
    select
        b.*,
        e.method, e.rate_month, e.base_usd, e.base, e.quarterly_change, e.rate_as_of,
        e.rate_illustrative, m.month,
        least(m.month_end, b.period_end) as month_end,
        m.month_end <= b.through as is_reported,
        s.basis as stated_basis, s.value_usd as stated_usd, s.own as stated,
        s.bound as stated_bound, s.as_of as stated_as_of, s.illustrative as stated_illustrative,
        power(1 + e.quarterly_change, case when e.method = 'growth'
            then datediff('quarter', e.rate_month, m.month) else 0 end) as times,
        case when e.method = 'last_year' then y.own / 3 * a.times end as shaped,
        case when e.method = 'last_year' then y.value_usd / 3 * a.times_usd end as shaped_usd,
        case when e.method = 'last_year' then a.times end as times_year_before,
        case when y.is_whole then y.share end as share_of_year_before,
        case when y.is_whole then y.said_last end as share_as_of,
        y.is_whole and y.has_invented = 1 as share_illustrative
    from begun as b
    join method as e on e.target_id = b.target_id
    join months as m on m.month <= b.period_end and m.month_end >= b.period_start
    left join stated_month as s
        on s.target_id = b.target_id and s.month = m.month and s.choice = 1 and m.month_end > b.through
        and (e.method <> 'reported_only' or s.basis <> 'run_rate')
    left join times_before as a on a.target_id = b.target_id
    left join year_before as y
        on y.target_id = b.target_id
        and y.quarter_start = date_trunc('quarter', m.month) - interval 1 year
),

paid as (
    select
        *,
        cast(case
            when is_reported then 0
            when stated_basis is not null then stated_usd
            else coalesce(shaped_usd, base_usd * times)
        end as decimal(28, 4)) as amount_usd,
        cast(case
            when is_reported then 0
            when stated_basis is not null then stated
            else coalesce(shaped, base * times)
        end as decimal(28, 4)) as amount
    from monthly_path
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
    p.compared_in as unit,                                          -- currency it is compared in: its own where the company reports in it, else USD
    case when p.compared_in = 'USD' then p.value_usd else p.value end
        as target,                                                  -- the target in that unit
    p.method,                                                       -- reported_only, last_quarter, last_month, run_rate, growth or last_year
    p.month,                                                        -- first day of the month
    p.month_end,                                                    -- its last day, or the period's
    p.is_reported,                                                  -- inside a reported quarter
    p.stated_basis is not null as is_stated,                        -- not reported, but stated for that month alone
    p.stated_basis,                                                 -- recognised: its revenue; run_rate: a twelfth of its run rate; else null
    cast(case when not p.is_reported then p.amount_usd end as decimal(28, 2))
        as amount_usd,                                              -- what the month adds; null when reported
    cast(case when not p.is_reported then p.amount end as decimal(28, 2))
        as amount,                                                  -- the same in the unit
    case
        when not p.is_reported then cast(p.reported_usd + sum(p.amount_usd) over path as decimal(28, 2))
        else cast(q.cumulative_usd as decimal(28, 2))
    end as cumulative_usd,                                          -- sum from the period's start
    case
        when not p.is_reported then cast(p.reported + sum(p.amount) over path as decimal(28, 2))
        else cast(q.cumulative as decimal(28, 2))
    end as cumulative,                                              -- the same in the unit
    case
        when p.is_reported and q.has_least = 1 and q.has_most = 1 then 'unknown'
        when p.is_reported and q.has_least = 1 then 'at_least'
        when p.is_reported and q.has_most = 1 then 'at_most'
        when p.is_reported and q.has_approx = 1 then 'approx'
        when p.is_reported and q.target_id is not null then 'exact'
        when not p.is_reported and (max(coalesce(l.has_least, 0)) over path = 1
            or max(case when p.stated_bound = 'at_least' then 1 else 0 end) over path = 1)
            then 'at_least'
        when not p.is_reported then 'approx'
    end as cumulative_bound,                                        -- what the parts' bounds leave of the sum
    p.through as reported_through,                                  -- last day reported, or the day before the period
    cast(p.reported_usd as decimal(18, 2)) as reported_usd,         -- reported from the period's start to there
    cast(p.reported as decimal(18, 2)) as reported,                 -- the same in the unit
    p.rate_month,                                                   -- month or quarter the method's rate is from; null without one
    cast(p.base_usd as decimal(18, 2)) as rate_usd,                 -- that rate, US dollars a month
    cast(p.base as decimal(18, 2)) as rate,                         -- the same in the unit
    p.quarterly_change,                                             -- growth repeated each quarter, else 0
    cast(p.times_year_before as double) as times_year_before,       -- of last_year: the quarters so far over the same a year before
    cast(case when p.month_end = date_trunc('quarter', p.month) + interval 3 month - interval 1 day
        then p.share_of_year_before end as double)
        as share_of_year_before,                                    -- how much of the year before had come by then; null inside a quarter
    p.rate_as_of,                                                   -- day from which that rate is known
    greatest(q.said_last, l.said_last, p.rate_as_of, max(p.stated_as_of) over path, p.share_as_of)
        as as_of,                                                   -- newest statement used
    p.illustrative or p.rate_illustrative or coalesce(p.stated_illustrative, false)
        or coalesce(p.share_illustrative, false)
        or coalesce(l.has_invented, 0) = 1 as illustrative          -- invented figures among the parts
from paid as p
left join reported_quarter as q on q.target_id = p.target_id and q.quarter_end = p.month_end
left join reported_quarter as l on l.target_id = p.target_id and l.quarter_end = p.through
window path as (partition by p.target_id, p.method order by p.month)
