-- One method of estimating one app's revenue not yet reported: its record, and whether it is used.
-- The two ways combined, "the model", are used where they miss by less than both naive rules on
-- average, each over the quarters both said something for, three at least. Else the better naive is.
with score as (
    select * from nowcast_score
),

record as (
    select
        app_id, method,
        count(*) as quarters,
        round(avg(error), 12) as bias,
        round(avg(abs(error)), 12) as mape,
        round(sqrt(avg(log_error * log_error / ahead)), 12) as spread,
        count(in_90) as ranges,
        avg(case when in_50 then 1.0 when not in_50 then 0.0 end) as in_50,
        avg(case when in_90 then 1.0 when not in_90 then 0.0 end) as in_90,
        avg(case when right_direction then 1.0 when not right_direction then 0.0 end) as hit_rate,
        max(as_of) as as_of,
        max(case when illustrative then 1 else 0 end) = 1 as illustrative
    from score
    group by app_id, method
),

compared as (
    select
        s.app_id, s.method, count(*) as quarters,
        round(avg(abs(s.error)), 12) as mape, round(avg(abs(c.error)), 12) as model_mape
    from score as s
    join score as c
        on c.app_id = s.app_id and c.quarter_start = s.quarter_start and c.method = 'combined'
    group by s.app_id, s.method
),

naive_rules as (
    select
        g.app_id, count(*) as quarters,
        round(avg(abs(g.error)), 12) as growth_mape, round(avg(abs(v.error)), 12) as value_mape
    from score as g
    join score as v
        on v.app_id = g.app_id and v.quarter_start = g.quarter_start and v.method = 'last_value'
    where g.method = 'last_growth'
    group by g.app_id
),

side_by_side as (
    select
        a.app_id,
        coalesce(v.quarters, 0) as quarters, v.mape as value_mape, v.model_mape as model_on_value,
        coalesce(g.quarters, 0) as growth_quarters, g.mape as growth_mape,
        g.model_mape as model_on_growth,
        case when n.quarters >= 3 and n.growth_mape < n.value_mape then 'last_growth'
            else 'last_value' end as naive
    from (select distinct app_id from report_days) as a
    left join compared as v on v.app_id = a.app_id and v.method = 'last_value'
    left join compared as g on g.app_id = a.app_id and g.method = 'last_growth'
    left join naive_rules as n on n.app_id = a.app_id
),

verdict as (
    select
        *,
        coalesce(quarters >= 3 and model_on_value < value_mape
            and (growth_quarters = 0 or model_on_growth < growth_mape), false) as model_wins
    from side_by_side
),

worded as (
    select
        *,
        case when model_wins then 'combined' else naive end as used_method,
        case
            when quarters = 0 then 'The model has not yet said anything that a report could be held against: the naive rule '
                || naive || ' is used.'
            when quarters < 3 then 'The model was held against ' || quarters
                || case when quarters = 1 then ' report' else ' reports' end
                || ', 3 are needed: not proven, the naive rule ' || naive || ' is used.'
            else 'Over the same ' || quarters || ' quarters the model missed by '
                || cast(model_on_value * 100 as decimal(18, 1)) || '% on average, the last value by '
                || cast(value_mape * 100 as decimal(18, 1)) || '%'
                || case when growth_quarters > 0 then '; over the same ' || growth_quarters
                    || case when growth_quarters = 1 then ' quarter' else ' quarters' end || ' the model by '
                    || cast(model_on_growth * 100 as decimal(18, 1)) || '%, the last growth by '
                    || cast(growth_mape * 100 as decimal(18, 1)) || '%' else '' end
                || case when model_wins then ': it beats the naive rules and is used.'
                    else ': it does not beat both, the naive rule ' || naive || ' is used.' end
        end as sentence
    from verdict
)

select
    v.app_id,                                                   -- the app or company
    m.method,                                                   -- coverage, stated, combined; naive: last_value, last_growth
    cast(coalesce(r.quarters, 0) as integer) as quarters,       -- reports it was held against
    r.bias,                                                     -- mean of said over reported, less 1
    r.mape,                                                     -- mean of that without the sign
    r.spread,                                                   -- root of the mean square of the logarithms, for one quarter ahead
    cast(coalesce(r.ranges, 0) as integer) as ranges,           -- quarters it gave a range for
    r.in_50 as share_in_50,                                     -- share of those the 50% range held
    r.in_90 as share_in_90,                                     -- share of those the 90% range held
    r.hit_rate,                                                 -- share whose direction it said right
    cast(c.quarters as integer) as compared_quarters,           -- quarters the model said something for, too
    c.mape as compared_mape,                                    -- its mean error over those alone
    c.model_mape,                                               -- the model's mean error over the same
    m.method = v.used_method as used,                           -- whether nowcast goes by it
    m.method = v.naive as is_better_naive,                      -- the naive rule with the smaller error, where growth has three quarters
    v.model_wins as model_beats_naive,                          -- whether the two ways combined beat both naive rules
    v.sentence as why,                                          -- why that method is used
    r.as_of,                                                    -- newest statement used
    coalesce(r.illustrative, false) as illustrative             -- invented figures among the parts
from worded as v
cross join (values
    ('coverage'), ('stated'), ('combined'), ('last_value'), ('last_growth')
) as m(method)
left join record as r on r.app_id = v.app_id and r.method = m.method
left join compared as c on c.app_id = v.app_id and c.method = m.method
