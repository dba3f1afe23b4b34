-- The functions there are by name: whether one of them stands in from, whether DuckDB says of all
-- that they answer alike whenever they are asked, and how those that are macros are written.
select
    lower(function_name) as name,
    bool_or(function_type in ('table', 'table_macro')) as is_of_from,
    bool_and(coalesce(stability = 'CONSISTENT', macro_definition is not null)) as is_consistent,
    coalesce(list(macro_definition) filter (macro_definition is not null), []) as macros
from duckdb_functions()
where function_type <> 'pragma'
group by all
