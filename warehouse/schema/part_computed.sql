create or replace temp table computed as
{select}
