create or replace view replay.{model} as
{select}
;
