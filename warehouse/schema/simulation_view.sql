create view main.simulation as
from mart.simulation
where coalesce(getvariable('as_of')::date, knowledge_date) = knowledge_date;
