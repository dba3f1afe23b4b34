-- Figures about which two files of one source disagree on one day.
select *
from contradictions
limit 200
