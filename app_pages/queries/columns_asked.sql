-- Every column of every table that may be asked, in the order of the table, with its words.
select
    v.view_name as table_name,
    v.comment as table_doc,
    c.column_name,
    case when c.data_type like 'ENUM(%' then 'one of a closed list' else lower(c.data_type) end as data_type,
    c.comment as doc
from duckdb_views() as v
join duckdb_columns() as c on c.schema_name = v.schema_name and c.table_name = v.view_name
where v.schema_name = 'main' and not v.internal
order by v.view_name, c.column_index
