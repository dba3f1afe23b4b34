-- One reported quarter, all three months of which were tracked, as both were known on one asked day.
-- The rule that grosses up: a store keeps 30%, so net of store is 70% of what customers pay. The
-- grossed figure stands in a column of its own; the ratio in use is that of the source's own basis.
with quarter as (
    select
        asked_on, app_id, source_id, basis, unit,
        cast(date_trunc('quarter', month) as date) as quarter_start,
        cast(sum(value_usd) as decimal(18, 2)) as tracked_usd,
        max(case bound when 'unknown' then 1 else 0 end) as has_unknown,
        max(case bound when 'at_least' then 1 else 0 end) as has_least,
        max(case bound when 'at_most' then 1 else 0 end) as has_most,
        max(case bound when 'approx' then 1 else 0 end) as has_approx,
        max(as_of) as as_of,
        max(case when illustrative then 1 else 0 end) as invented
    from tracked_then
    where value_usd is not null
    group by asked_on, app_id, source_id, basis, unit, cast(date_trunc('quarter', month) as date)
    having count(*) = 3
),

bounded as (
    select
        *,
        case
            when has_unknown = 1 or (has_least = 1 and has_most = 1) then 'unknown'
            when has_least = 1 then 'at_least'
            when has_most = 1 then 'at_most'
            when has_approx = 1 then 'approx'
            else 'exact'
        end as tracked_bound
    from quarter
)

select
    t.asked_on,                                                     -- nothing said after this day is used
    q.is_now,                                                       -- the knowledge date itself
    t.app_id,                                                       -- the app
    t.source_id,                                                    -- the source that tracks it
    t.basis,                                                        -- basis of the tracked figure
    t.unit,                                                         -- the currency the source states
    t.quarter_start,                                                -- first day of the quarter
    q.quarter_end,                                                  -- last day of the quarter
    t.tracked_usd,                                                  -- tracked in the quarter, in the source's basis
    t.tracked_bound,                                                -- what its months' bounds leave of it
    cast(case t.basis when 'net_of_store' then t.tracked_usd / 0.7 when 'gross' then t.tracked_usd end
        as decimal(18, 2)) as tracked_gross_usd,                    -- what customers paid: net of store / 0.7, gross as it is
    q.value_usd as reported_usd,                                    -- reported for the same quarter
    q.bound as reported_bound,                                      -- its bound
    cast(t.tracked_usd / q.value_usd as double) as coverage,        -- tracked over reported, a fraction
    coalesce(b.change_bound, 'unknown') as coverage_bound,          -- over "at least" the ratio is at most
    row_number() over (
        partition by t.asked_on, t.app_id, t.source_id, t.basis, t.unit order by t.quarter_start desc
    ) as newest,                                                    -- 1 for the last quarter
    greatest(t.as_of, q.as_of) as as_of,                            -- newest statement used
    t.invented = 1 or q.illustrative as illustrative                -- invented figures among the parts
from bounded as t
join quarters_then as q
    on q.asked_on = t.asked_on and q.app_id = t.app_id and q.quarter_start = t.quarter_start
    and q.value_usd > 0
left join change_bounds as b
    on b.bound = t.tracked_bound and b.bound_before = cast(q.bound as varchar)
where t.tracked_usd > 0
