-- Every column people may ask for, with the words of its table and its own.
with described as (
    select schema_name, view_name as name, comment as doc
    from duckdb_views()
    where schema_name = 'main' and not internal
    union all
    select schema_name, table_name, comment
    from duckdb_tables()
    where schema_name = 'raw'
)

select
    d.schema_name,
    d.name,
    d.doc,
    c.column_name,
    c.data_type,
    c.comment
from described as d
join duckdb_columns() as c
    on c.schema_name = d.schema_name and c.table_name = d.name
order by d.schema_name, d.name, c.column_index
