-- One value an issuer set as guidance or forecast for one period, and whether it stands.
-- A value stands from the day it was set, where a source says when, else from the day it was known.
-- It revises another only when its earliest possible day is later than the latest possible one of
-- the other. What counts as known on a day does not depend on that: a value set in January and
-- published in November is known from November. Two values that cannot be put in order conflict: the one with more statements
-- stands, then an exactly dated one, then the one known first. Weak statements are left out.
with statement as (
    select
        *,
        row_number() over (
            partition by app_id, metric, period_start, period_end, kind, issuer, unit, basis,
                scope_key, value
            order by case quality when 'company' then 0 else 1 end, as_of, said_from, row_no
        ) as choice
    from statements
    where kind in ('guidance', 'forecast') and coalesce(quality, '') <> 'weak'
      and issuer is not null and platform = 'all' and country = 'WW'
),

stated as (
    select
        app_id, metric, period_start, period_end, kind, issuer, unit, basis, scope_key, value,
        min(as_of) as first_said,
        min(said_from) as said_from,
        min(set_from) as set_from,
        min(set_by) as set_by,
        min(coalesce(set_from, said_from)) as stands_from,
        min(least(coalesce(set_by, as_of), as_of)) as stands_by,
        max(as_of) as last_said,
        count(*) as statements,
        max(case when said_from = as_of then 1 else 0 end) as exactly_dated,
        string_agg(distinct publisher, '; ' order by publisher) as publishers
    from statement
    group by app_id, metric, period_start, period_end, kind, issuer, unit, basis, scope_key, value
),

conflict as (
    select
        a.app_id, a.metric, a.period_start, a.period_end, a.kind, a.issuer, a.unit, a.basis,
        a.scope_key, a.value,
        string_agg(cast(b.value as varchar), '; ' order by b.value) as conflicts_with,
        max(case
            when b.statements <> a.statements
                then case when b.statements > a.statements then 1 else 0 end
            when b.exactly_dated <> a.exactly_dated then b.exactly_dated
            when b.first_said <> a.first_said
                then case when b.first_said < a.first_said then 1 else 0 end
            else case when b.value < a.value then 1 else 0 end
        end) as loses
    from stated as a
    join stated as b
        on b.app_id = a.app_id and b.metric = a.metric and b.period_start = a.period_start
        and b.period_end = a.period_end and b.kind = a.kind and b.issuer = a.issuer
        and b.unit = a.unit and b.basis = a.basis and b.scope_key = a.scope_key
        and b.value <> a.value
        and a.stands_from <= b.stands_by and b.stands_from <= a.stands_by
    group by a.app_id, a.metric, a.period_start, a.period_end, a.kind, a.issuer, a.unit, a.basis,
        a.scope_key, a.value
),

weighed as (
    select s.*, c.conflicts_with, coalesce(c.loses, 0) = 1 as is_conflict
    from stated as s
    left join conflict as c
        on c.app_id = s.app_id and c.metric = s.metric and c.period_start = s.period_start
        and c.period_end = s.period_end and c.kind = s.kind and c.issuer = s.issuer
        and c.unit = s.unit and c.basis = s.basis and c.scope_key = s.scope_key
        and c.value = s.value
),

chained as (
    select
        *,
        row_number() over chain as position,
        lag(value) over chain as value_before,
        lead(value) over chain as value_after
    from weighed
    window chain as (
        partition by app_id, metric, period_start, period_end, kind, issuer, unit, basis,
            scope_key, is_conflict
        order by stands_by, value
    )
)

select
    lower(c.app_id || ':' || c.metric || ':'
        || case
            when c.period_start = date_trunc('year', c.period_start)
                and c.period_end = date_trunc('year', c.period_start) + interval 1 year - interval 1 day
            then cast(extract(year from c.period_start) as varchar)
            else c.period_start || '..' || c.period_end
        end || ':'
        || trim(regexp_replace(c.issuer, '[^[:alnum:]]+', '-', 'g'), '-')) || ':' || c.unit || ':'
        || case when c.value = round(c.value) then cast(cast(c.value as bigint) as varchar)
            else cast(c.value as varchar) end
        || ':' || c.first_said
        || case when c.scope_key = '' then '' else ':' || c.scope_key end
        || case when c.kind = 'guidance' then ':guidance' else '' end
        as target_id,                                           -- stable name of this value
    c.app_id,                                                   -- the app or company
    c.metric,                                                   -- what is aimed at
    c.period_start,                                             -- first day of the period aimed at
    c.period_end,                                               -- last day of the period aimed at
    s.grain,                                                    -- month, quarter, year, cumulative or point
    c.kind,                                                     -- guidance (the company's) or forecast
    c.issuer,                                                   -- whose target it is
    c.value,                                                    -- the target in its unit
    c.unit,                                                     -- a currency code, percent and the like
    c.basis,                                                    -- recognised, run_rate and others, or none
    s.bound,                                                    -- exact, approx, at_least or at_most
    s.scope,                                                    -- what it covers, in the source's words
    r.fx_rate,                                                  -- units for one US dollar; null when not money
    case when c.basis = 'none' then 'not money' else r.fx_rule end as fx_rule, -- which days, in words
    cast(c.value / r.fx_rate as decimal(18, 2)) as value_usd,   -- in US dollars at that rate
    c.first_said,                                               -- day from which it was known
    c.said_from,                                                -- earliest day it may have been said
    c.set_from,                                                 -- first day it may have been set, where a source says when
    c.set_by,                                                   -- last day it may have been set, where a source says when
    c.stands_by,                                                -- its place in the chain: the day it was set by, else known from
    c.last_said,                                                -- day it was last said
    c.statements,                                               -- how many statements say it
    c.publishers,                                               -- who published them
    s.publisher,                                                -- who published the preferred one
    s.address,                                                  -- where that one can be read
    s.note,                                                     -- caveats of that one
    case when not c.is_conflict then cast(c.position as integer) end
        as revision_no,                                         -- 1 for the first, null for a losing conflict
    case when not c.is_conflict then c.value_before end
        as supersedes_value,                                    -- the value it revises
    not c.is_conflict and c.value_after is null as is_newest,   -- whether it stands at the knowledge date
    c.is_conflict,                                              -- contradicted by a value better attested
    c.conflicts_with,                                           -- values it cannot be put in order with
    not c.is_conflict and c.value_after is null and exists (
        select 1 from raw.headline as h
        where h.app_id = c.app_id and h.metric = c.metric and h.issuer = c.issuer
          and h.period_start = c.period_start and h.period_end = c.period_end
    ) as is_headline,                                           -- the one the dashboard opens with
    s.source_id,                                                -- the source
    s.snapshot_id,                                              -- the file the preferred one came in
    s.row_no,                                                   -- its row number in that file
    s.illustrative                                              -- invented, to be marked as such
from chained as c
join statement as s
    on s.app_id = c.app_id and s.metric = c.metric and s.period_start = c.period_start
    and s.period_end = c.period_end and s.kind = c.kind and s.issuer = c.issuer
    and s.unit = c.unit and s.basis = c.basis and s.scope_key = c.scope_key
    and s.value = c.value and s.choice = 1
left join rates as r
    on c.basis <> 'none' and r.currency = c.unit and r.period_start = c.period_start
    and r.period_end = c.period_end and r.grain = s.grain
