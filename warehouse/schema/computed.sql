create view mart.{model} as
{select}
;

create view replay.{model} as
{select}
;

create view main.{model} as
{select}
;
