create or replace temp table batch as
select {key}, (sum(size) over (order by {key}) - size) // {rows} as number
from (select {key}, count(*) as size from mart.{model} group by {key})
