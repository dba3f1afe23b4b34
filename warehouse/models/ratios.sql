-- One app's revenue of one month for each monthly user, or for each download, of the same month.
-- Complete months only, same platform and country; an invented figure is never set against a real
-- one. There is a row for each basis of the revenue, and bases are never put together.
-- kept: no
select
    r.app_id,                                           -- the app
    r.month,                                            -- first day of the month
    r.platform,                                         -- ios, android, web or all
    r.country,                                          -- ISO 3166-1 alpha-2, or WW
    c.metric as per,                                    -- mau or downloads
    r.basis,                                            -- what the revenue counts: gross, net_of_store and others
    r.unit,                                             -- currency of the revenue
    r.value as revenue,                                 -- revenue of the month
    c.value as counted,                                 -- users or downloads of the month
    case when c.value > 0 then cast(r.value / c.value as decimal(24, 6)) end
        as ratio,                                       -- revenue for each; null for none
    case when c.value > 0 then b.change_bound end
        as ratio_bound,                                 -- what the two bounds leave of it
    r.kind,                                             -- estimate or reported: the revenue
    c.kind as counted_kind,                             -- estimate or reported: the users or downloads
    r.source_id,                                        -- the source of the revenue
    c.source_id as counted_source_id,                   -- the source of the users or downloads
    case
        when c.value <= 0 then 'nothing to divide by'
        when r.kind <> c.kind then 'a model''s figure and a store''s own are divided'
        when r.source_id <> c.source_id then 'two sources are divided, which may count differently'
        when coalesce(r.scope, '') <> coalesce(c.scope, '') then 'two scopes are divided, which cover different things'
        when c.metric = 'mau' and c.derived then 'users of platforms added up: one person may count twice'
    end as caveat,                                      -- how to read it, null when nothing is to be said
    greatest(r.as_of, c.as_of) as as_of,                -- newest day any part was said
    r.illustrative                                      -- invented figures, to be marked as such
from monthly as r
join monthly as c
    on c.app_id = r.app_id and c.month = r.month and c.platform = r.platform
    and c.country = r.country and c.illustrative = r.illustrative and c.complete
    and ((c.metric = 'mau' and c.unit = 'users') or (c.metric = 'downloads' and c.unit = 'downloads'))
left join change_bounds as b on b.bound = r.bound and b.bound_before = c.bound
where r.metric = 'revenue' and r.complete
  and r.basis in ('gross', 'net_of_store', 'recognised', 'cash')
