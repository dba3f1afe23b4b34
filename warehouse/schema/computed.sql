create view replay.{model} as
{select}
;

create view main.{model} as
{select}
;
