-- Everything ever said of one figure, in order; whether it counts, or counted when it was said. An
-- issuer's value that was already revised when somebody repeated it did not count then.
select
    v.app_id, v.metric, v.period_start, v.period_end, v.platform, v.vintage_no, v.value, v.unit, v.bound, v.kind, v.said_from, v.as_of, v.said_at, v.publisher,
    v.address, v.source_id, v.snapshot_id, v.row_no, v.illustrative,
    case
        when v.kind in ('guidance', 'forecast') then exists (
            select 1 from targets t
            where t.app_id = v.app_id and t.metric = v.metric and t.kind = v.kind
              and t.period_start = v.period_start and t.period_end = v.period_end
              and t.issuer = v.issuer and t.unit = v.unit and t.basis = v.basis
              and t.value = v.value and not t.is_conflict
              and (v.basis <> 'none' or t.scope is not distinct from v.scope)
              and not exists (
                  select 1 from targets later
                  where later.app_id = t.app_id and later.metric = t.metric
                    and later.kind = t.kind and later.period_start = t.period_start
                    and later.period_end = t.period_end and later.issuer = t.issuer
                    and later.unit = t.unit and later.basis = t.basis and not later.is_conflict
                    and (t.basis <> 'none' or later.scope is not distinct from t.scope)
                    and later.stands_by > t.stands_by and later.first_said <= v.as_of
              )
        )
        when v.kind = 'estimate' then not v.contradicted
        else v.stands
    end as counts
from vintages v
where v.app_id = $app_id and v.metric = $metric and v.period_start = $period_start
  and v.period_end = $period_end and v.grain = $grain and v.platform = $platform
  and v.country = 'WW' and v.unit = $unit and v.basis = $basis and v.kind = $kind
  and case when v.kind = 'estimate' then v.source_id else coalesce(v.issuer, '') end = $said_by
  and case when v.basis = 'none' then coalesce(v.scope, '') else '' end = $scope
order by v.as_of, v.vintage_no
