create view replay.{model} as
select * from mart.{model}
;

create view main.{model} as
select * from mart.{model} where getvariable('as_of') is null
union all by name
select * from replay.{model} where getvariable('as_of') is not null;
