-- The stored tables of a database, but the one that only names it.
select schema_name || '.' || table_name
from duckdb_tables()
where database_name = current_database() and schema_name || '.' || table_name <> 'raw.version_info'
order by 1
