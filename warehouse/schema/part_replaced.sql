delete from mart.{model} where ({key}) in (select {key} from part);
insert into mart.{model} by name select * from computed
