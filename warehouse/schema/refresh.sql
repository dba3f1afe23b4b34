create or replace table mart.{model} as
{select};
