select used.*
from (
    select 'reported' as model, max(as_of) as newest from reported
    union all
    select 'targets', max(last_said) from targets
    union all
    select 'monthly', max(as_of) from monthly
    union all
    select 'pace', max(as_of) from pace
    union all
    select 'fx', max(rate_date) from fx
    union all
    select 'events', max(as_of) from events
) as used
cross join knowledge as k
where used.newest > k.knowledge_date
