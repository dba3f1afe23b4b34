-- What can be asked in this version: an older one may lack a table that a page would show.
select table_name
from information_schema.tables
where table_schema = 'main'
