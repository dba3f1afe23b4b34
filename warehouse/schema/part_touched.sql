create or replace temp table part as
select distinct {key} from touched
