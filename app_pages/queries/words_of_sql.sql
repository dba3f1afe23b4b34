-- The words of the language that a question is written with; most of the others may be names too.
select keyword_name as word
from duckdb_keywords()
where keyword_category in ('reserved', 'type_function')
    or keyword_name in (
        'between', 'by', 'date', 'describe', 'exclude', 'exists', 'explain', 'filter', 'following', 'if',
        'interval', 'nulls', 'over', 'partition', 'pivot', 'preceding', 'range', 'recursive', 'replace',
        'rows', 'set', 'show', 'summarize', 'unbounded', 'unpivot', 'values', 'variable', 'within'
    )
order by word
