select 2 * (select count(*) from part) >= count(*)
from (select distinct {key} from mart.{model})
