-- Apps and metrics all of whose figures end in three zeros, where those known do not.
select i.app_id, i.metric, count(*)
from incoming as i
join (
    select app_id, metric, avg(case when value % 1000 = 0 then 1.0 else 0.0 end) as rounded
    from history
    where own
    group by all
) as h using (app_id, metric)
where i.value > 0 and h.rounded < 0.5
group by all
having count(*) >= 6 and bool_and(i.value % 1000 = 0)
order by all
