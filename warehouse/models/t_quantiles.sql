-- How many spreads wide a range is, by the number of past errors the spread was taken from.
-- Student's t: with n errors about zero, half of the next ones lie within t50 spreads, nine in ten
-- within t90. Few errors make it wide; from 30 on it stays.
-- kept: no
select
    q.errors,               -- how many past errors, 30 for more
    q.t50,                  -- half width of the 50% range, in spreads
    q.t90                   -- half width of the 90% range, in spreads
from (values
    (1, 1.0000, 6.3138), (2, 0.8165, 2.9200), (3, 0.7649, 2.3534),
    (4, 0.7407, 2.1318), (5, 0.7267, 2.0150), (6, 0.7176, 1.9432),
    (7, 0.7111, 1.8946), (8, 0.7064, 1.8595), (9, 0.7027, 1.8331),
    (10, 0.6998, 1.8125), (11, 0.6974, 1.7959), (12, 0.6955, 1.7823),
    (13, 0.6938, 1.7709), (14, 0.6924, 1.7613), (15, 0.6912, 1.7531),
    (16, 0.6901, 1.7459), (17, 0.6892, 1.7396), (18, 0.6884, 1.7341),
    (19, 0.6876, 1.7291), (20, 0.6870, 1.7247), (21, 0.6864, 1.7207),
    (22, 0.6858, 1.7171), (23, 0.6853, 1.7139), (24, 0.6848, 1.7109),
    (25, 0.6844, 1.7081), (26, 0.6840, 1.7056), (27, 0.6837, 1.7033),
    (28, 0.6834, 1.7011), (29, 0.6830, 1.6991), (30, 0.6828, 1.6973)
) as q(errors, t50, t90)
