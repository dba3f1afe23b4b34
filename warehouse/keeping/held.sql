-- What a version holds of one table, in a row that the order of its rows does not change.
select count(*), coalesce(sum(hash(t)::hugeint), 0)
from {table} as t
