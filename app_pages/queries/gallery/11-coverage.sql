-- How much of the reported revenue do tracked estimates see?
from coverage
order by all
limit 10
