-- Rows and withdrawals that were loaded before the day they count from, and count since: the
-- marts do not show them yet.
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
or exists (
    select 1 from raw.snapshot
    where withdrawn_on > $built_for and withdrawn_on <= $today
)
