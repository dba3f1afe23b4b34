-- Rows that were loaded before the day they count from, and count since: the marts lack them.
select exists (
    select 1 from raw.observation
    where as_of > $built_for and as_of <= $today
) or exists (
    select 1 from raw.event
    where as_of > $built_for and as_of <= $today
) or exists (
    select 1 from raw.fx_rate
    where rate_date > $built_for and rate_date <= $today
)
