create view main.smoothing as
from mart.smoothing
where coalesce(getvariable('as_of')::date, knowledge_date) = knowledge_date;
