-- One month after the last reported quarter, by each way of estimating it, as known on one asked day.
-- From the tracked month through the mean coverage of up to four newest quarters, two at least;
-- from what the company stated of that month, else the newest month it stated since that quarter
-- began; and the two combined by stated weights. Two naive rules stand beside them: the last
-- quarter's average month, and its change repeated each quarter. At most a year after the report.
-- A coverage, or a growth, of more than one to 10,000 is a slip of units and carries nothing further.
with last_quarter as (
    select
        *,
        cast(value_usd / 3 as decimal(18, 4)) as monthly_usd
    from quarters_then
    where newest = 1 and value_usd > 0
),

month_ahead as (
    select
        l.asked_on, l.is_now, l.app_id, m.month, m.month_end, l.quarter_start as last_quarter,
        l.quarter_end as reported_through, l.value_usd as last_usd, l.monthly_usd, l.change, l.bound,
        l.as_of, l.illustrative,
        cast(date_trunc('quarter', m.month) as date) as quarter_start,
        datediff('quarter', l.quarter_start, m.month) as ahead
    from last_quarter as l
    join months as m
        on m.month > l.quarter_end and m.month <= l.asked_on
        and m.month <= l.quarter_start + interval 14 month
),

ratio as (
    select
        asked_on, app_id, source_id, basis, unit,
        count(*) as quarters, round(avg(coverage), 12) as coverage,
        max(as_of) as as_of, max(case when illustrative then 1 else 0 end) as invented
    from coverage_then
    where newest <= 4
    group by asked_on, app_id, source_id, basis, unit
    having count(*) >= 2 and avg(coverage) between 0.0001 and 10000
),

ranked_ratio as (
    select
        *,
        row_number() over (
            partition by asked_on, app_id order by quarters desc, basis, unit, source_id
        ) as choice
    from ratio
),

tracked as (
    select
        t.asked_on, t.app_id, t.month, r.quarters, r.coverage, r.source_id, r.basis,
        cast(t.value_usd / r.coverage as decimal(18, 2)) as month_usd,
        greatest(t.as_of, r.as_of) as as_of,
        t.illustrative or r.invented = 1 as illustrative
    from tracked_then as t
    join ranked_ratio as r
        on r.asked_on = t.asked_on and r.app_id = t.app_id and r.source_id = t.source_id
        and r.basis = t.basis and r.unit = t.unit and r.choice = 1
),

stated_before as (
    select m.asked_on, m.app_id, m.month, max(s.month) as stated_month
    from month_ahead as m
    join stated_then as s
        on s.asked_on = m.asked_on and s.app_id = m.app_id and s.month <= m.month
        and s.month >= m.last_quarter
    group by m.asked_on, m.app_id, m.month
),

both_ways as (
    select
        m.*,
        t.month_usd as coverage_usd, t.coverage, t.quarters as coverage_quarters,
        t.source_id as coverage_source, t.basis as coverage_basis,
        t.as_of as tracked_as_of, coalesce(t.illustrative, false) as tracked_illustrative,
        s.month_usd as stated_usd, s.month as stated_month, s.basis as stated_basis,
        s.as_of as stated_as_of, coalesce(s.illustrative, false) as stated_illustrative,
        case
            when t.month_usd is null and s.month_usd is null then null
            when s.month_usd is null then 1.0
            when t.month_usd is null then 0.0
            when s.month = m.month and s.basis = 'recognised' then 0.0
            when s.month = m.month then 0.25
            else 0.5
        end as coverage_weight
    from month_ahead as m
    left join tracked as t
        on t.asked_on = m.asked_on and t.app_id = m.app_id and t.month = m.month
    left join stated_before as b
        on b.asked_on = m.asked_on and b.app_id = m.app_id and b.month = m.month
    left join stated_then as s
        on s.asked_on = b.asked_on and s.app_id = b.app_id and s.month = b.stated_month
)

select
    asked_on,                                                       -- nothing said after this day is used
    is_now,                                                         -- the knowledge date itself
    app_id,                                                         -- the app or company
    month,                                                          -- first day of the month
    month_end,                                                      -- its last day
    quarter_start,                                                  -- first day of its quarter
    last_quarter,                                                   -- first day of the last reported quarter
    reported_through,                                               -- its last day
    last_usd,                                                       -- what was reported for it, US dollars
    bound as last_bound,                                            -- its bound
    cast(ahead as integer) as ahead,                                -- quarters after it
    coverage_usd,                                                   -- tracked month over the mean coverage
    coverage,                                                       -- that mean, a fraction
    cast(coverage_quarters as integer) as coverage_quarters,        -- quarters it is the mean of
    coverage_source,                                                -- the source that tracks it
    coverage_basis,                                                 -- basis of the tracked figure
    stated_usd,                                                     -- the month as the company stated it, or its run rate / 12
    stated_month,                                                   -- the month that statement is about
    stated_basis,                                                   -- recognised or run_rate
    coverage_weight,                                                -- weight of the tracked way in the two combined
    1 - coverage_weight as stated_weight,                           -- weight of the statement
    cast(coalesce(coverage_usd, 0) * coverage_weight + coalesce(stated_usd, 0) * (1 - coverage_weight)
        as decimal(18, 2)) as combined_usd,                         -- the two combined, or the one there is
    cast(monthly_usd as decimal(18, 2)) as last_value_usd,          -- naive: the last quarter's average month
    case when power(1 + change, ahead) <= 10000
        then cast(monthly_usd * power(1 + change, ahead) as decimal(18, 2)) end
        as last_growth_usd,                                         -- naive: its change in its own unit repeated each quarter, as far as that is not over 10,000 times
    greatest(as_of, tracked_as_of, stated_as_of) as as_of,          -- newest statement used
    illustrative as last_illustrative,                              -- whether the last quarter is invented
    illustrative or tracked_illustrative or stated_illustrative as illustrative -- invented figures among the parts
from both_ways
