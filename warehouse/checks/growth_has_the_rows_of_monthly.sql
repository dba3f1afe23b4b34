select m.months, g.months as growth_months
from (select count(*) as months from monthly) as m
cross join (select count(*) as months from growth) as g
where m.months <> g.months
