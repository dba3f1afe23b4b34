-- What was loaded, and how many rows were refused?
select source_id, name, outcome, rows_read, rows_accepted, rows_rejected
from loads
order by source_id, name
