create or replace temp table part as
select {key} from batch where number = {number}
