-- One statement that went into one month of one path of a target, traced to the row of its file.
-- Reported quarters up to the month, months stated after them, the rate the method goes on from, the
-- quarters its share of the year before is of, and the target itself. Money of another currency was turned into US dollars by the rate in fx_rule.
with path as (
    select
        target_id, app_id, metric, method, month, month_end, is_reported, stated_basis,
        reported_through, period_start, period_end, rate_month,
        share_of_year_before is not null as has_share
    from paths
),

quarter as (
    select
        app_id, metric, quarter_start, quarter_end, value, unit, bound, value_usd, fx_rule,
        publisher, address, said_from, as_of, source_id, snapshot_id, row_no
    from quarters
),

-- A month's own revenue, and the year's run rate of which a twelfth is taken.
stated as (
    select
        app_id, month, 'recognised' as basis, metric, month as period_start, month_end as period_end,
        value, unit, bound, value_usd, fx_rule, publisher, address, said_from, as_of, source_id,
        snapshot_id, row_no
    from stated_months
    union all
    select
        app_id, month, 'run_rate', metric, period_start, period_end, value, unit, bound, arr_usd,
        fx_rule, publisher, address, said_from, as_of, source_id, snapshot_id, row_no
    from run_rates
),

used as (
    select
        p.target_id, p.method, p.month, 'reported quarter' as role, q.app_id, q.metric,
        q.quarter_start as period_start, q.quarter_end as period_end, q.value, q.unit, q.bound,
        q.value_usd, q.fx_rule, cast(null as varchar) as issuer, q.publisher, q.address, q.said_from,
        q.as_of, q.source_id, q.snapshot_id, q.row_no
    from path as p
    join quarter as q
        on q.app_id = p.app_id and q.metric = p.metric and q.quarter_start >= p.period_start
        and q.quarter_end <= case when p.is_reported then p.month_end else p.reported_through end
    union all
    select
        p.target_id, p.method, p.month,
        case
            when p.method = 'last_year' then 'the year before'
            when q.quarter_start = p.rate_month then 'the rate gone on from'
            else 'the quarter before it'
        end,
        q.app_id, q.metric, q.quarter_start, q.quarter_end, q.value, q.unit, q.bound, q.value_usd,
        q.fx_rule, null, q.publisher, q.address, q.said_from, q.as_of, q.source_id, q.snapshot_id,
        q.row_no
    from path as p
    join quarter as q
        on q.app_id = p.app_id and q.metric = p.metric
        and (q.quarter_start = p.rate_month
            or (p.method = 'growth' and q.quarter_end = p.rate_month - interval 1 day)
            or (p.method = 'last_year' and q.quarter_start >= p.period_start - interval 1 year
                and q.quarter_start <= p.month - interval 1 year))
    where not p.is_reported and p.method in ('last_quarter', 'growth', 'last_year')
    union all
    select
        p.target_id, p.method, p.month, 'share of the year before', q.app_id, q.metric, q.quarter_start,
        q.quarter_end, q.value, q.unit, q.bound, q.value_usd, q.fx_rule, null, q.publisher,
        q.address, q.said_from, q.as_of, q.source_id, q.snapshot_id, q.row_no
    from path as p
    join quarter as q
        on q.app_id = p.app_id and q.metric = p.metric
        and q.quarter_start >= p.period_start - interval 1 year
        and q.quarter_start <= p.period_end - interval 1 year
    where p.has_share
    union all
    select
        p.target_id, p.method, p.month, 'the rate gone on from', s.app_id, s.metric, s.period_start,
        s.period_end, s.value, s.unit, s.bound, s.value_usd, s.fx_rule, null, s.publisher, s.address,
        s.said_from, s.as_of, s.source_id, s.snapshot_id, s.row_no
    from path as p
    join stated as s
        on s.app_id = p.app_id and s.month = p.rate_month
        and s.basis = case p.method when 'run_rate' then 'run_rate' else 'recognised' end
    where not p.is_reported and p.method in ('last_month', 'run_rate')
    union all
    select
        p.target_id, p.method, p.month,
        case s.basis when 'run_rate' then 'run rate stated for a month' else 'stated month' end,
        s.app_id, s.metric, s.period_start, s.period_end, s.value, s.unit, s.bound, s.value_usd,
        s.fx_rule, null, s.publisher, s.address, s.said_from, s.as_of, s.source_id, s.snapshot_id,
        s.row_no
    from path as p
    join path as e
        on e.target_id = p.target_id and e.method = p.method and e.month <= p.month
    join stated as s
        on s.app_id = p.app_id and s.month = e.month and s.basis = e.stated_basis
    where not p.is_reported
    union all
    select
        p.target_id, p.method, p.month, 'the target', t.app_id, t.metric, t.period_start,
        t.period_end, t.value, t.unit, t.bound, t.value_usd, t.fx_rule, t.issuer, t.publisher,
        t.address, t.said_from, t.first_said, t.source_id, t.snapshot_id, t.row_no
    from path as p
    join targets as t on t.target_id = p.target_id
)

select
    u.target_id,                                        -- the target
    u.method,                                           -- reported_only, last_quarter, last_month, run_rate, growth or last_year
    u.month,                                            -- first day of the month of the path
    u.role,                                             -- what the statement is to it: reported quarter, the target and others
    u.app_id,                                           -- the app or company it is about
    u.metric,                                           -- what was stated
    u.period_start,                                     -- first day it describes
    u.period_end,                                       -- last day it describes
    u.value,                                            -- the figure as stated, in its unit
    u.unit,                                             -- its currency
    u.bound,                                            -- exact, approx, at_least or at_most
    u.value_usd,                                        -- in US dollars
    u.fx_rule,                                          -- at which rate, in words
    u.issuer,                                           -- of the target: whose it is
    u.publisher,                                        -- who published it
    u.address,                                          -- where it can be read
    u.said_from,                                        -- earliest day it may have been said
    u.as_of,                                            -- day from which it counts as known
    u.source_id,                                        -- the source
    s.producer,                                         -- who makes the source's figures
    s.licence,                                          -- on what terms they may be used
    u.snapshot_id,                                      -- the file it came in
    n.name as file,                                     -- that file's name
    u.row_no,                                           -- row number in that file
    n.sha256,                                           -- sha256 of the file's bytes, their name in landing
    n.fetched_at,                                       -- when the file was first taken in, UTC
    s.illustrative                                      -- invented figures, to be marked as such
from used as u
join raw.source as s on s.source_id = u.source_id
join raw.snapshot as n on n.snapshot_id = u.snapshot_id
