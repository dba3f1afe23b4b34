-- One month of one series of monthly, with how it moved.
-- Changes stand between complete months only; a gap, a part month, nothing before or a figure known
-- only to be below something leaves them null.
-- parts: app_id, metric
with series as (
    select
        m.*,
        min(case when m.complete and m.value > 0 and m.bound <> 'at_most' then m.month end) over (
            partition by m.app_id, m.metric, m.platform, m.country, m.unit, m.basis
        ) as index_month
    from monthly as m
)

select
    m.app_id,                                               -- the app
    m.metric,                                               -- revenue, downloads, mau and others
    m.month,                                                -- first day of the month
    m.platform,                                             -- ios, android, web or all
    m.country,                                              -- ISO 3166-1 alpha-2, or WW
    m.value,                                                -- the figure for the part of the month covered
    m.unit,                                                 -- a currency code, users, downloads and the like
    m.basis,                                                -- gross, net_of_store and others, or none
    m.kind,                                                 -- estimate (a model's) or reported (a store's own)
    m.scope,                                                -- what it covers, in the source's words
    m.bound,                                                -- exact, approx, at_least or at_most
    m.complete,                                             -- whether every day is in
    m.derived,                                              -- platform "all" added up here
    m.covered_through,                                      -- last day in the value
    case when m.complete and one.value > 0 and one.bound <> 'at_most' then m.value / one.value - 1 end
        as mom_change,                                      -- on the month before
    case when m.complete and one.value > 0 and one.bound <> 'at_most' then b1.change_bound end
        as mom_change_bound,                                -- what the two bounds leave of it
    case when m.complete and twelve.value > 0 and twelve.bound <> 'at_most' then m.value / twelve.value - 1 end
        as yoy_change,                                      -- on the same month a year before
    case when m.complete and twelve.value > 0 and twelve.bound <> 'at_most' then b12.change_bound end
        as yoy_change_bound,                                -- what the two bounds leave of it
    case when m.complete and three.value > 0 and three.bound <> 'at_most' and m.value > 0
        then power(m.value / three.value, 1.0 / 3) - 1 end
        as cmgr3,                                           -- compound monthly growth over three months
    case when m.complete and three.value > 0 and three.bound <> 'at_most' and m.value > 0
        then b3.change_bound end as cmgr3_bound,            -- what the two bounds leave of it
    case when m.complete and base.value > 0 then 100 * m.value / base.value end
        as index,                                           -- first complete month = 100
    t.change as mtd_change,                                 -- running month: same days of the month before
    cast(t.days as integer) as mtd_days,                    -- days it compares
    t.weekday_caveat,                                       -- running month: how its weekends differ from those days before
    case
        when t.caveat is not null then t.caveat
        when not m.complete then 'part month: ' || m.days_covered || ' of ' || m.days_in_month || ' days'
        when one.value is null then 'the month before is missing or not complete'
        when one.value <= 0 then 'no percentage on nothing'
        when one.bound = 'at_most' then 'the month before is only known to be below its figure'
    end as caveat,                                          -- how to read it, null when nothing is to be said
    case
        when t.caveat_code is not null then t.caveat_code
        when not m.complete then 'part_month'
        when one.value is null then 'no_month_before'
        when one.value <= 0 then 'nothing_before'
        when one.bound = 'at_most' then 'only_below_before'
    end as caveat_code,                                     -- the same in one word, which stays when the sentence is worded anew
    m.source_id,                                            -- the one source used
    m.source_producer,                                      -- who makes its figures
    m.as_of,                                                -- newest day any part was said
    m.illustrative,                                         -- invented figures, to be marked as such
    m.snapshot_id                                           -- a file it came in
from series as m
left join series as one
    on one.app_id = m.app_id and one.metric = m.metric and one.platform = m.platform
    and one.country = m.country and one.unit = m.unit and one.basis = m.basis
    and one.complete and one.month = m.month - interval 1 month
left join series as three
    on three.app_id = m.app_id and three.metric = m.metric and three.platform = m.platform
    and three.country = m.country and three.unit = m.unit and three.basis = m.basis
    and three.complete and three.month = m.month - interval 3 month
left join series as twelve
    on twelve.app_id = m.app_id and twelve.metric = m.metric and twelve.platform = m.platform
    and twelve.country = m.country and twelve.unit = m.unit and twelve.basis = m.basis
    and twelve.complete and twelve.month = m.month - interval 12 month
left join series as base
    on base.app_id = m.app_id and base.metric = m.metric and base.platform = m.platform
    and base.country = m.country and base.unit = m.unit and base.basis = m.basis
    and base.complete and base.month = m.index_month
left join month_to_date as t
    on t.app_id = m.app_id and t.metric = m.metric and t.month = m.month
    and t.platform = m.platform and t.country = m.country and t.unit = m.unit and t.basis = m.basis
left join change_bounds as b1 on b1.bound = m.bound and b1.bound_before = one.bound
left join change_bounds as b3 on b3.bound = m.bound and b3.bound_before = three.bound
left join change_bounds as b12 on b12.bound = m.bound and b12.bound_before = twelve.bound
