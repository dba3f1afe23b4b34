-- What this version holds at all, as known on the chosen day.
select
    (select count(*) from statements) as statements,
    (select count(*) from growth) as estimates,
    (select count(*) from growth where not illustrative) as real_estimates,
    (select count(*) from scenarios) as scenarios
