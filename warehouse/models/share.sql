-- One app's share of the tracked set: one month, metric, platform and country.
-- The set is the apps the watch list tracks. Only figures of one kind, unit and basis are set beside
-- each other, complete months only, money, downloads and users; an invented figure never beside a
-- real one. A tracked app without a figure makes every share "at most"; of one app alone there is none.
-- kept: no
with figure as (
    select m.*, coalesce(a.name_en, m.app_id) as app_name, s.covers
    from monthly as m
    join raw.app as a on a.app_id = m.app_id and a.tracked
    join raw.source as s on s.source_id = m.source_id
    where m.complete and m.value >= 0
      and (m.unit in ('downloads', 'users') or m.basis in ('gross', 'net_of_store', 'recognised', 'cash'))
      and m.metric not like 'arp%' and m.metric not like '%price%'
      and m.metric not like '%!_per!_%' escape '!'
),

together as (
    select
        month, metric, platform, country, unit, basis, kind, illustrative,
        sum(value) as set_value, count(*) as apps, count(distinct source_id) as sources,
        count(distinct coalesce(scope, '')) as scopes, max(as_of) as as_of,
        sum(case when bound in ('at_least', 'unknown') then 1 else 0 end) as least,
        sum(case when bound in ('at_most', 'unknown') then 1 else 0 end) as most,
        sum(case when bound = 'approx' then 1 else 0 end) as about
    from figure
    group by month, metric, platform, country, unit, basis, kind, illustrative
),

missing as (
    select
        t.month, t.metric, t.platform, t.country, t.unit, t.basis, t.kind, t.illustrative,
        count(*) as apps, string_agg(coalesce(a.name_en, a.app_id), ', ' order by a.position, a.app_id) as names
    from together as t
    join raw.app as a on a.tracked
    left join figure as f
        on f.app_id = a.app_id and f.month = t.month and f.metric = t.metric
        and f.platform = t.platform and f.country = t.country and f.unit = t.unit
        and f.basis = t.basis and f.kind = t.kind and f.illustrative = t.illustrative
    where f.app_id is null
    group by t.month, t.metric, t.platform, t.country, t.unit, t.basis, t.kind, t.illustrative
),

beside as (
    select
        f.*, t.set_value, t.apps, t.sources, t.scopes, t.as_of as set_as_of,
        coalesce(x.apps, 0) as apps_missing, x.names as missing_names,
        case
            when t.least - case when f.bound in ('at_least', 'unknown') then 1 else 0 end > 0
                and t.most - case when f.bound in ('at_most', 'unknown') then 1 else 0 end > 0 then 'unknown'
            when t.most - case when f.bound in ('at_most', 'unknown') then 1 else 0 end > 0
                and x.apps is not null then 'unknown'
            when x.apps is not null
                or t.least - case when f.bound in ('at_least', 'unknown') then 1 else 0 end > 0 then 'at_least'
            when t.most - case when f.bound in ('at_most', 'unknown') then 1 else 0 end > 0 then 'at_most'
            when t.about - case when f.bound = 'approx' then 1 else 0 end > 0 then 'approx'
            else 'exact'
        end as others_bound
    from figure as f
    join together as t
        on t.month = f.month and t.metric = f.metric and t.platform = f.platform
        and t.country = f.country and t.unit = f.unit and t.basis = f.basis and t.kind = f.kind
        and t.illustrative = f.illustrative
    left join missing as x
        on x.month = f.month and x.metric = f.metric and x.platform = f.platform
        and x.country = f.country and x.unit = f.unit and x.basis = f.basis and x.kind = f.kind
        and x.illustrative = f.illustrative
)

select
    b.app_id,                                           -- the app
    b.metric,                                           -- revenue, downloads, mau
    b.month,                                            -- first day of the month
    b.platform,                                         -- ios, android, web or all
    b.country,                                          -- ISO 3166-1 alpha-2, or WW
    b.unit,                                             -- a currency code, users or downloads
    b.basis,                                            -- gross, net_of_store and others, or none
    b.kind,                                             -- estimate or reported, the same for the whole set
    b.value,                                            -- the app's figure
    cast(b.set_value as decimal(24, 4)) as set_value,   -- what the apps of the set with a figure add up to
    cast(b.apps as integer) as apps,                    -- how many they are
    case when b.apps > 1 and b.set_value > 0 then b.value / b.set_value end
        as share,                                       -- the app's part of it; null for one app alone
    case when b.apps > 1 and b.set_value > 0 then c.change_bound end
        as share_bound,                                 -- what bounds and missing apps leave of the share
    cast(b.apps_missing as integer) as apps_missing,    -- tracked apps without a figure like it that month
    b.missing_names,                                    -- who they are; null for none
    'apps that are not tracked'
        || case when b.apps_missing > 0 then '; no such figure of ' || b.missing_names else '' end
        || coalesce('; this app''s source: ' || b.covers, '') as leaves_out, -- what the set leaves out, and what the source covers
    case
        when b.apps = 1 then 'no other tracked app has such a figure'
        when b.unit = 'users' then 'users are not people: one person may use several of the apps'
        when b.sources > 1 then 'figures of ' || b.sources || ' sources, which may count differently'
        when b.scopes > 1 then 'figures of ' || b.scopes || ' scopes, which cover different things'
    end as caveat,                                      -- how to read it, null when nothing is to be said
    case
        when b.apps = 1 then 'alone'
        when b.unit = 'users' then 'users_not_people'
        when b.sources > 1 then 'several_sources'
        when b.scopes > 1 then 'several_scopes'
    end as caveat_code,                                 -- the same in one word, which stays when the sentence is worded anew
    cast(b.sources as integer) as sources,              -- how many sources the figures of the set are from
    cast(b.scopes as integer) as scopes,                -- how many different things they cover
    b.scope,                                            -- what it covers, in the source's words
    b.source_id,                                        -- the source of the app's figure
    b.set_as_of as as_of,                               -- newest day any part of the set was said
    b.illustrative                                      -- invented figures, to be marked as such
from beside as b
left join change_bounds as c on c.bound = b.bound and c.bound_before = b.others_bound
