-- What the configuration says of the sources; the aliases are the name of no column.
select 'source', to_json(whole_row) from raw.source as whole_row
union all
select 'source_rank', to_json(whole_row) from raw.source_rank as whole_row
order by all
