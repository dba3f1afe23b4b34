-- Every function that may stand in from: rules.py says which of them are allowed.
select distinct lower(function_name)
from duckdb_functions()
where function_type in ('table', 'table_macro')
