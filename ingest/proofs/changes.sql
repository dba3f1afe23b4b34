-- The change on the month before that is farthest outside those known, by app and metric, of the
-- largest series and of the others that weigh something: its factor, and the range of the factors
-- known, of which there are at least six.
with weighed as (
    select
        h.app_id, h.metric, h.unit, h.basis, h.platform, h.country,
        row_number() over (
            partition by h.app_id, h.metric, h.unit, h.basis
            order by sum(h.value) desc, h.platform, h.country
        ) = 1 as largest,
        sum(h.value) / max(sum(h.value)) over (partition by h.app_id, h.metric, h.unit, h.basis)
            as weight
    from history as h
    where exists (
        select 1 from incoming as i
        where i.app_id = h.app_id and i.metric = h.metric and i.platform = h.platform
            and i.country = h.country and i.unit = h.unit and i.basis = h.basis)
    group by h.app_id, h.metric, h.unit, h.basis, h.platform, h.country
),

series as (
    from weighed
    where weight >= 0.05
),

figure as (
    select
        h.app_id, h.metric, h.unit, h.basis, h.platform, h.country, h.month, h.value, s.largest,
        false as new
    from history as h
    join series as s using (app_id, metric, unit, basis, platform, country)
    union all
    select
        i.app_id, i.metric, i.unit, i.basis, i.platform, i.country, i.month, max(i.value), s.largest,
        true
    from incoming as i
    join series as s using (app_id, metric, unit, basis, platform, country)
    anti join history as h using (app_id, metric, unit, basis, platform, country, month)
    where i.value > 0
    group by all
),

change as (
    select
        *,
        cast(value / lag(value) over series as double) as times,
        datediff('month', lag(month) over series, month) as apart
    from figure
    window series as (
        partition by app_id, metric, unit, basis, platform, country order by month
    )
),

known as (
    select
        app_id, metric, unit, basis, platform, country, min(times) as low, max(times) as high,
        count(*) as n
    from change
    where not new and apart = 1
    group by all
    having count(*) >= 6
),

off as (
    select
        c.*, k.low, k.high, k.n,
        greatest(ln(c.times / k.high), ln(k.low / c.times)) as off,
        greatest(ln(c.times / k.high), ln(k.low / c.times)) / (ln(k.high / k.low) + 0.01) as ranges
    from change as c
    join known as k using (app_id, metric, unit, basis, platform, country)
    where c.new and c.apart = 1
)

select
    app_id, metric, not largest, platform || ', ' || country, month, times, low, high, n, off
from off
qualify row_number() over (
    partition by app_id, metric, largest order by ranges desc, platform, country, month
) = 1
order by all
