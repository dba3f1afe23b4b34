-- The newest annual run rate said of each app or company, one by who says it: the company, the press
-- or a third party. Weak statements are left out; one that was denied is never the highest.
select
    s.app_id, a.name_en, a.name_zh, a.colour, a.tracked, s.metric, s.period_end, s.value, s.unit,
    s.bound, s.kind, s.scope, s.publisher, s.address, s.said_from, s.as_of, s.source_id,
    s.snapshot_id, s.row_no, s.illustrative,
    s.is_denied, s.note,
    max(case when not s.is_denied then s.value end) over (partition by s.app_id, s.unit) as highest
from statements s
join apps a using (app_id)
where s.basis = 'run_rate' and s.grain = 'point' and s.preferred and s.quality <> 'weak'
  and s.kind in ('reported', 'press', 'estimate') and a.kind <> 'market'
  and s.platform = 'all' and s.country = 'WW'
qualify row_number() over (
    partition by s.app_id, s.kind, s.unit order by s.period_end desc, s.as_of desc, s.row_no
) = 1
order by s.unit, highest desc nulls last, a.position,
    list_position(['reported', 'press', 'estimate'], s.kind)
