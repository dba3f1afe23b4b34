-- What the bounds of two figures leave of the change from the earlier to the later.
select
    l.bound,                                    -- bound of the later figure
    e.bound as bound_before,                    -- bound of the earlier figure
    case
        when l.bound = 'exact' and e.bound = 'exact' then 'exact'
        when l.bound in ('exact', 'approx') and e.bound in ('exact', 'approx') then 'approx'
        when l.bound = 'at_least' and e.bound in ('exact', 'approx', 'at_most') then 'at_least'
        when l.bound = 'at_most' and e.bound in ('exact', 'approx', 'at_least') then 'at_most'
        when l.bound in ('exact', 'approx') and e.bound = 'at_least' then 'at_most'
        when l.bound in ('exact', 'approx') and e.bound = 'at_most' then 'at_least'
        else 'unknown'
    end as change_bound                         -- exact, approx, at_least, at_most or unknown
from (values ('exact'), ('approx'), ('at_least'), ('at_most'), ('unknown')) as l(bound)
cross join (values ('exact'), ('approx'), ('at_least'), ('at_most'), ('unknown')) as e(bound)
