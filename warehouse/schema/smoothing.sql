-- One standing revenue target gone on with by exponential smoothing of the months that have a figure of their own, as known on the version's day.
create table if not exists mart.smoothing (
    target_id VARCHAR,                -- the target
    app_id VARCHAR,                   -- the app or company
    knowledge_date DATE,              -- the version's day; a replay of another has no row, `python -m warehouse smooth --as-of` works it out
    seed BIGINT,                      -- where the draws start: the same seed and figures give the same row
    paths INTEGER,                    -- ways the period was drawn; 0 where state is not drawn
    months INTEGER,                   -- months in a row, up to the newest, that have a figure of their own
    months_needed INTEGER,            -- how many are needed at least
    nowcasts INTEGER,                 -- how many of them are nowcasts, drawn with their errors
    run_rates INTEGER,                -- how many are a twelfth of a stated run rate
    from_month DATE,                  -- the first of them
    through_month DATE,               -- the last of them
    unit VARCHAR,                     -- currency target and sums are in
    target DECIMAL(18, 4),            -- the target in that unit
    months_left INTEGER,              -- months of the period after the last report
    implied_full_year DECIMAL(38, 2), -- the period's sum in that unit: half of the paths bring less; null unless drawn
    low90 DECIMAL(38, 2),             -- 90% range in that unit, from
    low50 DECIMAL(38, 2),             -- 50% range in that unit, from
    high50 DECIMAL(38, 2),            -- 50% range in that unit, to
    high90 DECIMAL(38, 2),            -- 90% range in that unit, to
    probability_met DOUBLE,           -- share of the paths that reach the target; null unless drawn
    passed_month DATE,                -- first month by which half of the paths have passed it
    state VARCHAR,                    -- drawn, or why not: over, few_months, stale, gap, far, flat or wide
    why VARCHAR,                      -- what the ranges rest on, or why there are none, in a sentence
    as_of DATE,                       -- newest statement among the months
    illustrative BOOLEAN              -- invented figures among the parts
);
