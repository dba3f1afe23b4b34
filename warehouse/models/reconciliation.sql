-- One month of one app of which two series say something: both values side by side, never averaged.
-- The two differ in source, kind or scope, and share metric, platform, country, unit and basis. Gross
-- against net of store is no comparison and not here. The first is the one monthly shows, where it
-- shows one of them, else the first by name. Platforms are not added up for it.
-- parts: app_id, metric
with candidate as (
    select
        m.*, s.illustrative,
        case when c.app_id is null then 1 else 0 end as not_shown,
        case
            when m.bounds >= 6 then 'unknown'
            when m.bounds >= 4 then 'at_most'
            when m.bounds >= 2 then 'at_least'
            when m.bounds = 1 then 'approx'
            else 'exact'
        end as bound
    from source_months as m
    join raw.source as s on s.source_id = m.source_id
    left join monthly as c
        on c.app_id = m.app_id and c.metric = m.metric and c.month = m.month
        and c.platform = m.platform and c.country = m.country and c.unit = m.unit
        and c.basis = m.basis and c.source_id = m.source_id and c.kind = m.kind
        and c.scope is not distinct from m.scope
),

numbered as (
    select
        *,
        row_number() over (
            partition by app_id, metric, month, platform, country, unit, basis
            order by not_shown, source_id, kind, scope nulls first
        ) as place
    from candidate
),

paired as (
    select
        a.app_id, a.metric, a.month, a.platform, a.country, a.unit, a.basis,
        a.source_id, a.kind, a.scope, a.value, a.bound, a.covered_from, a.covered_through, a.complete,
        a.not_shown = 0 as is_shown,
        b.source_id as other_source_id, b.kind as other_kind, b.scope as other_scope,
        b.value as other_value, b.bound as other_bound, b.covered_from as other_covered_from,
        b.covered_through as other_covered_through, b.complete as other_complete,
        greatest(a.as_of, b.as_of) as as_of, a.illustrative or b.illustrative as illustrative,
        a.covered_from = b.covered_from and a.covered_through = b.covered_through
            and (a.complete = b.complete) as same_days
    from numbered as a
    join numbered as b
        on b.app_id = a.app_id and b.metric = a.metric and b.month = a.month
        and b.platform = a.platform and b.country = a.country and b.unit = a.unit
        and b.basis = a.basis and b.place > a.place
),

divided as (
    select
        *,
        case when same_days and value > 0 then cast(other_value / value as double) end as ratio,
        case when same_days then other_value - value end as difference,
        case when same_days and least(value, other_value) > 0
            then cast(greatest(value, other_value) / least(value, other_value) as double) - 1 end
            as spread
    from paired
)

select
    d.app_id,                                   -- the app
    d.metric,                                   -- revenue, downloads, mau and others
    d.month,                                    -- first day of the month
    d.platform,                                 -- ios, android, web or all
    d.country,                                  -- ISO 3166-1 alpha-2, or WW
    d.unit,                                     -- a currency code, users, downloads and the like
    d.basis,                                    -- gross, net_of_store and others, or none
    d.source_id,                                -- the first source
    d.other_source_id,                          -- the second source
    d.kind,                                     -- estimate or reported: the first
    d.other_kind,                               -- estimate or reported: the second
    d.scope,                                    -- what the first covers, in its words
    d.other_scope,                              -- what the second covers, in its words
    d.is_shown,                                 -- whether monthly shows the first
    cast(d.value as decimal(18, 4)) as value,   -- what the first says
    cast(d.other_value as decimal(18, 4)) as other_value, -- what the second says
    d.bound,                                    -- bound of the first
    d.other_bound,                              -- bound of the second
    d.complete,                                 -- whether the first has every day
    d.other_complete,                           -- whether the second has every day
    cast(d.difference as decimal(18, 4)) as difference, -- second less first; null when they cover other days
    d.spread,                                   -- the larger over the smaller, less one: a fraction
    d.ratio,                                    -- second over first
    case when d.ratio is not null then b.change_bound end
        as ratio_bound,                         -- what the two bounds leave of it
    p.ratio as previous_ratio,                  -- the ratio of the month before; null when there is none
    d.ratio - p.ratio as ratio_change,          -- how the ratio moved on it
    case when not d.same_days then 'the two cover different days: no spread'
        when d.value <= 0 then 'no ratio on nothing'
        when coalesce(d.scope, '') <> coalesce(d.other_scope, '') then 'the two cover different things'
        when d.kind <> d.other_kind then 'a model''s figure beside a store''s own'
    end as caveat,                              -- how to read it, null when nothing is to be said
    d.as_of,                                    -- newest day any part was said
    d.illustrative                              -- invented figures on either side, to be marked as such
from divided as d
left join divided as p
    on p.app_id = d.app_id and p.metric = d.metric and p.platform = d.platform
    and p.country = d.country and p.unit = d.unit and p.basis = d.basis
    and p.source_id = d.source_id and p.other_source_id = d.other_source_id
    and p.kind = d.kind and p.other_kind = d.other_kind
    and p.scope is not distinct from d.scope and p.other_scope is not distinct from d.other_scope
    and p.month = d.month - interval 1 month
left join change_bounds as b on b.bound = d.other_bound and b.bound_before = d.bound
