-- How many rows one table has that the other lacks, and the other way round.
select
    (select count(*) from (from {one} except all from {other})),
    (select count(*) from (from {other} except all from {one}))
