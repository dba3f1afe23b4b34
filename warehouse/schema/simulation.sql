-- One standing revenue target, simulated: how likely its period reaches it, as known on the version's day.
create table if not exists mart.simulation (
    target_id VARCHAR,                -- the target
    app_id VARCHAR,                   -- the app or company
    knowledge_date DATE,              -- the version's day; a replay of another has no row, `python -m warehouse simulate --as-of` works it out
    seed BIGINT,                      -- where the draws start: the same seed and figures give the same row
    paths INTEGER,                    -- ways the period was drawn; 0 when it is over or nothing can be drawn
    changes INTEGER,                  -- past quarterly changes the draws are from
    mean_log_change DOUBLE,           -- their mean, as logarithms
    sd_log_change DOUBLE,             -- their sample standard deviation
    unit VARCHAR,                     -- currency target and percentiles are in
    target DECIMAL(18, 4),            -- the target in that unit
    months_left INTEGER,              -- months of the period after the last report
    probability_met DOUBLE,           -- share of the paths that reach it; null when nothing can be drawn
    p5 DECIMAL(38, 2),                -- one path in twenty brings less
    p25 DECIMAL(38, 2),               -- one in four brings less
    p50 DECIMAL(38, 2),               -- half bring less
    p75 DECIMAL(38, 2),               -- three in four bring less
    p95 DECIMAL(38, 2),               -- nineteen in twenty bring less
    passed_month DATE,                -- first month by which half of the paths have passed it
    outcome VARCHAR,                  -- open; when the period is over: met, missed or unknown (a floor below it)
    to_miss VARCHAR,                  -- what would have to be true to miss it
    why VARCHAR,                      -- what the range rests on, or why there is none
    illustrative BOOLEAN              -- invented figures among the parts
);
