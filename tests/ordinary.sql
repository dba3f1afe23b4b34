-- What analysts ask every day, one a line: none of it may ever be refused.
from growth
from growth limit 5
from growth select app_id, month, value where metric = 'revenue' order by all
select * from growth
select * exclude (snapshot_id) from growth limit 3
select * replace (value * 2 as value) from growth limit 3
select * rename (value as figure) from growth limit 3
select columns('.*_change') from growth limit 3
select columns(c -> c like 'm%') from growth limit 3
table apps
describe growth
describe select app_id, value from growth
desc growth
describe
summarize growth
summarize select value from growth
show
show tables
show all tables
show tables from mart
show databases
show growth
pragma table_info('growth')
pragma show_tables
pragma version
pragma database_size
pragma storage_info('raw.observation')
explain from growth
explain select app_id, count(*) from growth group by all
explain analyze select count(*) from growth
EXPLAIN ANALYZE select count(*) from growth
explain (format json) select 1
explain (analyze, format json) select count(*) from growth
explain pivot growth on app_id using sum(value) group by month
explain analyze pivot growth on app_id using sum(value) group by month
pivot growth on app_id using sum(value) group by month
pivot growth on app_id
pivot (from monthly where metric = 'revenue') on platform using first(value) group by app_id, month
pivot growth on metric in ('revenue', 'downloads') using sum(value) as total, count(*) as n group by app_id
with g as (from growth where country = 'WW') pivot g on app_id using sum(value) group by month
select * from (pivot growth on app_id using sum(value) group by month) order by month
select * from growth pivot (sum(value) for app_id in ('kite', 'other') group by month)
unpivot (select app_id, value, mom_change::decimal(18,4) as mom_change from growth) on value, mom_change
unpivot (select app_id, value::double as value, cmgr3::double as cmgr3 from growth) on columns(* exclude app_id) into name what value amount
with a as (select app_id, sum(value) as total from monthly group by app_id) select * from a where total > 0
with recursive t(n) as (select 1 union all select n + 1 from t where n < 10) select sum(n) from t
with a as materialized (from apps), b as not materialized (from apps) select count(*) from a join b using (app_id)
with query as (select 1 as a) from query
with summary(a, b) as (values (1, 2)) from summary
select app_id, month, value, lag(value) over (partition by app_id order by month) as before from monthly
select *, row_number() over w as n, sum(value) over w as so_far from monthly window w as (partition by app_id order by month)
select avg(value) over (order by month rows between 2 preceding and current row) from monthly
select avg(value) over (order by month range between interval 3 months preceding and current row exclude current row) from monthly
select first_value(value ignore nulls) over (order by month), nth_value(value, 2) over (order by month) from monthly
select percent_rank() over (order by value), cume_dist() over (order by value), ntile(4) over (order by value) from monthly
from monthly qualify row_number() over (partition by app_id order by month desc) = 1
select app_id, metric, sum(value) from monthly group by all order by all
select app_id, metric, sum(value) from monthly group by rollup (app_id, metric)
select app_id, metric, sum(value) from monthly group by cube (app_id, metric)
select app_id, metric, grouping(app_id), sum(value) from monthly group by grouping sets ((app_id), (metric), ())
select app_id, sum(value) filter (metric = 'revenue') as revenue from monthly group by app_id having count(*) > 0
select distinct on (app_id) app_id, month, value from monthly order by app_id, month desc
select count(distinct app_id), approx_count_distinct(app_id), count_if(complete) from monthly
select median(value), quantile_cont(value, 0.9), mode(unit), stddev(value), corr(value, value) from monthly
select arg_max(month, value), max_by(month, value), min(value), any_value(unit) from monthly
select string_agg(distinct app_id, ', ' order by app_id) from monthly
select list(value order by month), array_agg(month) from monthly group by app_id
select histogram(unit) from monthly
from histogram('monthly', value)
select a.app_id, b.name_en from monthly a join apps b using (app_id)
select * from monthly a left join apps b on a.app_id = b.app_id where b.app_id is null
select * from monthly a anti join apps b using (app_id)
select * from monthly a semi join apps b using (app_id)
select * from apps a, lateral (select max(value) from monthly m where m.app_id = a.app_id) as t(most)
select m.month, r.value from monthly m asof join reported r on m.app_id = r.app_id and m.month >= r.period_end
select * from apps positional join apps as other
select * from apps cross join (values (1), (2)) as t(i)
select * from apps natural join apps as other
select * from monthly where app_id in (select app_id from apps) and value between 1 and 1e12
select * from monthly where exists (select 1 from apps where apps.app_id = monthly.app_id)
select (select max(month) from monthly) as newest
select 1 union select 2 union all select 3
select app_id from apps intersect select app_id from monthly
select app_id from apps except all select app_id from monthly
select 1 as a, 2 as b union all by name select 3 as b, 4 as a
values (1, 'a'), (2, 'b')
from (values (1, 'a'), (2, 'b')) as t(n, letter)
select 1
select 1;
select 1; -- done
  /* first */ select 1 /* last */
select 1 as "from", 2 as "read_csv"
select 'from read_csv(''x'')' as text
select e'a\n''b' as text, $$it's$$ as more, $t$ $$ $t$ as most, x'00' as bytes -- 'and that''s it'
select * from 'growth' limit 1
select 1 as query, 2 as glob, 3 as summary
from range(10)
from range(date '2026-01-01', date '2026-12-01', interval 1 month)
from generate_series(1, 10)
select unnest(generate_series(date '2026-01-01', date '2026-03-01', interval 1 month))
select unnest([1, 2, 3]) as n, unnest(['a', 'b', 'c']) as letter
select unnest({'a': 1, 'b': 2})
select unnest([{'a': 1}, {'a': 2}], recursive := true)
select * from unnest([1, 2, 3]) with ordinality as t(n, place)
select * from unnest([1, 2, 3]) as t(n)
select * from apps, unnest([1, 2]) as t(n)
select [x * 2 for x in [1, 2, 3] if x > 1]
select list_transform([1, 2, 3], x -> x + 1), list_filter([1, 2, 3], lambda x: x > 1), list_reduce([1, 2, 3], (a, b) -> a + b)
select list_sort([3, 1, 2]), list_contains([1, 2], 1), [1, 2, 3][1:2], len([1, 2]), list_sum([1, 2]), list_aggregate([1, 2], 'max')
select {'a': 1}.a, struct_pack(a := 1), map {'k': 1}['k'], map_keys(map {'k': 1})
select '{"a": {"b": [1, 2]}}'::json -> 'a' -> 'b', '{"a": 1}'::json ->> '$.a', json_extract('{"a": 1}', '$.a')
select json_object('a', 1), to_json({'a': 1}), json_array_length('[1, 2]'), json_keys('{"a": 1}'), json_group_array(app_id) from apps
from json_each('{"a": 1, "b": 2}')
from json_tree('{"a": [1, 2]}')
select date_trunc('month', month), extract(year from month), month + interval 1 month, date_diff('day', month, current_date) from monthly
select strftime(month, '%Y-%m'), strptime('2026-01-31', '%Y-%m-%d'), last_day(month), dayname(month), quarter(month), year(month) from monthly
select current_date, now(), current_timestamp, today(), get_current_timestamp()
select now() at time zone 'Asia/Shanghai', timestamptz '2026-01-01 00:00:00+08', timezone('UTC', timestamp '2026-01-01')
select make_date(2026, 1, 31), date '2026-01-31' - date '2025-12-31', age(date '2026-01-31', date '2025-01-31'), epoch(timestamp '2026-01-01')
select time_bucket(interval 3 months, month), datesub('month', date '2025-01-01', date '2026-01-01') from monthly
select cast('1.5' as decimal(18, 4)), try_cast('x' as integer), '5'::int, 1.5::double, 1::hugeint, 'x'::varchar
select round(1.2345, 2), ceil(1.2), floor(1.2), abs(-1), sqrt(2), ln(2), power(2, 10), greatest(1, 2), 7 // 2, 7 % 2, 2 ** 3
select coalesce(null, 1), nullif(1, 1), ifnull(null, 1), if(true, 1, 2), case when 1 = 1 then 'a' else 'b' end, 1 is distinct from null
select upper('a'), lower('A'), trim(' a '), replace('a', 'a', 'b'), split_part('a-b', '-', 1), 'a' || 'b', concat_ws('-', 'a', 'b'), left('abc', 2)
select repeat('ab', 3), lpad('1', 3, '0'), rpad('1', 3, '0'), printf('%05.2f', 1.5), format('{:,}', 1000000), length('可靈'), reverse('abc')
select regexp_matches('abc', 'b+'), regexp_extract('a1', '(\d)', 1), regexp_replace('abc', 'b', 'x'), 'abc' like 'a%', 'ABC' ilike 'a%', 'abc' similar to 'a.c', 'x' glob '*'
select levenshtein('kling', 'keling'), jaro_winkler_similarity('a', 'b'), md5('a'), sha256('a'), hash(1), uuid(), random()
select bar(value, 0, 10, 20) from monthly limit 3
select app_id, value / sum(value) over (partition by month) as share from monthly
select month, value, value / lag(value) over (order by month) - 1 as mom from monthly where metric = 'revenue'
select round(exp(avg(ln(1 + mom_change))) - 1, 3) from growth where mom_change is not null
select regr_slope(value, epoch(month)), covar_pop(value, value) from monthly
from monthly using sample 10
from monthly using sample 10% (bernoulli)
select * from monthly tablesample reservoir (5 rows)
from monthly order by month desc nulls last limit 5 offset 2
from monthly limit 10%
from duckdb_tables()
from duckdb_views()
from duckdb_columns() where schema_name = 'main'
select view_name, comment from duckdb_views() where not internal
select * from duckdb_functions() where function_name = 'sum'
from duckdb_types()
from duckdb_schemas()
from duckdb_constraints()
select * from information_schema.tables
select * from information_schema.columns where table_name = 'growth'
select * from pg_catalog.pg_tables
from sqlite_master
select typeof(value), alias(value) from monthly limit 1
set variable as_of = date '2026-02-14'; from growth
set variable as_of = date '2026-02-14'; set variable x = 1; select getvariable('x')
SET VARIABLE app = 'kite'; SELECT * FROM growth WHERE app_id = getvariable('app');
set variable months = (select list(distinct month) from monthly); select len(getvariable('months'))
reset variable as_of; select 1
use mart; from growth
use main; select 1
from main.growth
from mart.growth
from raw.observation
select growth.* from growth
select "value" from "growth"
SELECT VALUE FROM GROWTH
select count() from growth
select g.app_id, from growth as g,
from growth where app_id ^@ 'k'
select min(columns(*)) from (select month, value from monthly)
select list_value(1, 2), array_value(1, 2)::integer[2], [1, 2]::integer[2]
select cast([1, 2] as integer[]), {'a': [1]}::struct(a integer[])
select 'a' in ('a', 'b'), 1 = any([1, 2]), 3 > all([1, 2])
select * from (select row_number() over () as n, * from apps) where n = 1
select date '2026-01-31' + 1, interval '1 month', to_months(3), '1 week'::interval
select 1_000_000, 0x1F, 1e3, .5
select 'it''s', e'a\tb', $$dollar$$ from (select 1) where 1 = 1
select version()
select current_schema(), current_database()
select getvariable('as_of'), getvariable('today')
select sum(value)::bigint as value, unit from monthly group by unit order by 1 desc
