-- The newest figure of an app by metric, basis and kind: what was said in public, and the newest whole
-- month of each feed, the widest series of it. Targets, standings and prices are asked for elsewhere.
with said as (
    select
        metric, period_start, period_end, grain, platform, country, value, unit, basis, kind, bound,
        scope, publisher, address, said_from, as_of, source_id, snapshot_id, row_no, true as complete,
        illustrative
    from statements
    where app_id = $app_id and preferred and quality <> 'weak'
      and kind in ('reported', 'press', 'estimate')
      and metric not like '%price%' and unit not in ('elo', 'rank') and metric not like 'win!_ratio%' escape '!'
    qualify rank() over (
        partition by metric, basis, kind, unit, grain order by period_end desc, as_of desc
    ) = 1
),

of_feeds as (
    select
        m.metric, m.month, last_day(m.month), m.grain, m.platform, m.country, m.value, m.unit,
        m.basis, m.kind, m.bound, m.scope, m.source_producer, s.address, m.as_of, m.as_of,
        m.source_id, m.snapshot_id, null, m.complete, m.illustrative
    from monthly m
    left join freshness s on s.source_id = m.source_id
    where m.app_id = $app_id and m.month is not null
      and not exists (
          select 1 from said d
          where d.metric = m.metric and d.kind = m.kind and d.basis = m.basis
            and d.source_id = m.source_id and d.period_start = m.month
      )
    qualify row_number() over (
        partition by m.metric, m.basis, m.kind, m.unit, m.source_id
        order by m.platform = 'all' and m.country = 'WW' desc, m.complete desc, m.month desc,
            m.value desc
    ) = 1
)

select *
from (select * from said union all select * from of_feeds)
order by
    illustrative, coalesce(list_position(['revenue', 'arr', 'gross_receipts', 'mau', 'downloads'], metric), 99),
    list_position(['reported', 'press', 'estimate'], kind), metric, period_end desc, grain, scope
