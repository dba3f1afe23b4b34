-- What the columns of some tables mean, in the words of the database; the first table named wins.
select column_name, comment
from duckdb_columns()
where schema_name = 'main' and list_contains($tables, table_name) and comment is not null
order by list_position($tables, table_name), column_index
