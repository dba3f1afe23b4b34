-- One figure in one file that another statement of its source, of the same moment, contradicts.
-- None of them counts until one of the files is withdrawn or the source says the figure again.
-- Estimates and stores' reports of days and months, and exchange rates: their app is empty, their metric exchange_rate.
with figure as (
    select
        *,
        string_agg(
            distinct name || ': ' || bound || ' ' || value, '; '
            order by name || ': ' || bound || ' ' || value
        ) over moment as said,
        max(case when stands then value end) over period as value_shown,
        max(case when stands then as_of end) over period as shown_as_of
    from repeated
    window
        moment as (
            partition by source_id, app_id, metric, platform, country, unit, basis, kind, scope,
                grain, period_start, period_end, as_of, said_at
        ),
        period as (
            partition by source_id, app_id, metric, platform, country, unit, basis, kind, scope,
                grain, period_start
        )
),

rate as (
    select
        k.*,
        string_agg(
            distinct k.name || ': ' || k.per_eur, '; ' order by k.name || ': ' || k.per_eur
        ) over (
            partition by k.source_id, k.rate_date, k.currency, k.said_at
        ) as said,
        f.per_usd
    from known_fx as k
    join rates_said as r
        on r.source_id = k.source_id and r.rate_date = k.rate_date and r.currency = k.currency
        and r.said_at is not distinct from k.said_at and r.contradicted
    left join fx as f on f.rate_date = k.rate_date and f.currency = k.currency
),

clash as (
    select
        source_id, app_id, metric, period_start, period_end, cast(grain as varchar) as grain,
        cast(platform as varchar) as platform, country, cast(value as decimal(26, 8)) as value,
        unit, cast(basis as varchar) as basis, cast(bound as varchar) as bound, scope, said,
        cast(value_shown as decimal(26, 8)) as value_shown, shown_as_of, as_of, said_at,
        snapshot_id, row_no, name, illustrative
    from figure
    where contradicted
    union all
    select
        source_id, null, 'exchange_rate', rate_date, rate_date, 'day',
        null, null, cast(per_eur as decimal(26, 8)),
        currency, null, 'exact', 'units for one euro', said,
        null, case when per_usd is not null then rate_date end, rate_date, said_at,
        snapshot_id, null, name, illustrative
    from rate
)

select
    source_id,                                      -- the source
    app_id,                                         -- the app; null for a rate
    metric,                                         -- revenue, downloads, mau and others, or exchange_rate
    period_start,                                   -- first day of the statement's period
    period_end,                                     -- last day of it
    grain,                                          -- day or month
    platform,                                       -- ios, android, web or all; null for a rate
    country,                                        -- ISO 3166-1 alpha-2, or WW; null for a rate
    value,                                          -- the figure as this file states it
    unit,                                           -- a currency code, users, downloads and the like
    basis,                                          -- gross, net_of_store and others, or none; null for a rate
    bound,                                          -- exact, approx, at_least or at_most
    scope,                                          -- what it covers, in the source's words
    said,                                           -- what each file of that moment says, this one too
    value_shown,                                    -- the statement that stands instead; null for a gap, and for a rate
    shown_as_of,                                    -- the day that one was said; null for a gap
    as_of,                                          -- the day it was said
    said_at,                                        -- the moment its file was said, UTC, where that is known
    snapshot_id,                                    -- the file it came in
    row_no,                                         -- row number in that file; null for a rate
    name,                                           -- that file's name
    illustrative                                    -- invented figures, to be marked as such
from clash
