-- One release beside one monthly series: growth in the three months before it and the three after.
-- Before: from the fourth month ahead of the release's month to the last one ahead of it. After: from
-- there to the second month behind it, so that the release's own month counts as after. An app is set
-- beside its own releases and those of its publisher's models; the series are all platforms together.
-- kept: no
with release as (
    select
        a.app_id, e.app_id as released_id, e.event_date, e.event, min(e.address) as address,
        cast(date_trunc('month', e.event_date) as date) as release_month, min(e.as_of) as as_of,
        max(case when e.illustrative then 1 else 0 end) = 1 as illustrative
    from known_event as e
    join raw.app as r on r.app_id = e.app_id
    join raw.app as a
        on a.app_id = e.app_id or (r.kind = 'model' and a.kind = 'app' and a.publisher = r.publisher)
    where e.kind in ('model_release', 'app_release')
    group by a.app_id, e.app_id, e.event_date, e.event
),

crowded as (
    select a.app_id, a.released_id, a.event_date, a.event, count(b.app_id) as other_releases
    from release as a
    left join release as b
        on b.app_id = a.app_id
        and b.release_month between a.release_month - interval 3 month and a.release_month + interval 2 month
        and (b.released_id <> a.released_id or b.event_date <> a.event_date or b.event <> a.event)
    group by a.app_id, a.released_id, a.event_date, a.event
)

select
    r.app_id,                                                   -- the app whose series it is
    r.released_id,                                              -- the app or model released
    r.event_date,                                               -- the day of the release
    r.event,                                                    -- what was released, in a sentence
    s.metric,                                                   -- revenue, downloads, mau and others
    s.country,                                                  -- ISO 3166-1 alpha-2, or WW
    s.unit,                                                     -- a currency code, users, downloads and the like
    s.basis,                                                    -- gross, net_of_store and others, or none
    s.kind,                                                     -- estimate or reported
    b.value as value_start,                                     -- fourth month before the release's month
    s.value as value_before,                                    -- last month before the release's month
    n.value as value_after,                                     -- second month after the release's month
    case when b.value > 0 and b.bound <> 'at_most' then s.value / b.value - 1 end
        as change_before,                                       -- over the three months before; null with a month missing
    case when b.value > 0 and b.bound <> 'at_most' then cb.change_bound end
        as change_before_bound,                                 -- what the two bounds leave of it
    case when s.value > 0 and s.bound <> 'at_most' then n.value / s.value - 1 end
        as change_after,                                        -- over the release's month and the two after it
    case when s.value > 0 and s.bound <> 'at_most' and n.value is not null then ca.change_bound end
        as change_after_bound,                                  -- what the two bounds leave of it
    case when b.value > 0 and b.bound <> 'at_most' and s.value > 0 and s.bound <> 'at_most'
        then n.value / s.value - s.value / b.value end
        as difference,                                          -- after less before
    cast(c.other_releases as integer) as other_releases,        -- other releases in those six months
    'what happened around the release, not what it caused'
        || case when c.other_releases > 0
            then '; other releases fall into the same months: ' || c.other_releases else '' end
        || case when n.value is null then '; the months after are not all in' else '' end
        || case when b.value is null then '; the months before are not all in' else '' end
        as caveat,                                              -- how to read it
    'no_cause' || case when c.other_releases > 0 then ' other_releases' else '' end
        || case when n.value is null then ' no_months_after' else '' end
        || case when b.value is null then ' no_months_before' else '' end
        as caveat_code,                                         -- the same, a word for each part of the sentence
    s.source_id,                                                -- the source of the series
    greatest(r.as_of, s.as_of, b.as_of, n.as_of) as as_of,      -- newest statement used
    r.address,                                                  -- where the release can be read
    r.illustrative or s.illustrative as illustrative            -- invented figures, to be marked as such
from release as r
join crowded as c
    on c.app_id = r.app_id and c.released_id = r.released_id and c.event_date = r.event_date
    and c.event = r.event
join monthly as s
    on s.app_id = r.app_id and s.platform = 'all' and s.complete
    and s.month = r.release_month - interval 1 month
left join monthly as b
    on b.app_id = s.app_id and b.metric = s.metric and b.platform = s.platform
    and b.country = s.country and b.unit = s.unit and b.basis = s.basis and b.complete
    and b.month = r.release_month - interval 4 month
left join monthly as n
    on n.app_id = s.app_id and n.metric = s.metric and n.platform = s.platform
    and n.country = s.country and n.unit = s.unit and n.basis = s.basis and n.complete
    and n.month = r.release_month + interval 2 month
left join change_bounds as cb on cb.bound = s.bound and cb.bound_before = b.bound
left join change_bounds as ca on ca.bound = n.bound and ca.bound_before = s.bound
