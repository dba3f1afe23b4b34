-- Every value of one Parquet file is read; how many rows there are.
select count(*), sum(hash(t)::hugeint)
from read_parquet($files) as t
