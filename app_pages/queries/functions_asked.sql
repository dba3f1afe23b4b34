-- Every function by its name, with what it takes; of several forms the shortest.
select
    lower(function_name) as name,
    function_type in ('table', 'table_macro') as stands_in_from,
    arg_min(array_to_string(parameters, ', '), len(parameters)) as takes
from duckdb_functions()
where function_type <> 'pragma' and regexp_full_match(function_name, '[a-z][a-z0-9_]*')
group by all
order by name
