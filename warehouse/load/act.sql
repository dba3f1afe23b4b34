delete from raw.act;

insert into raw.act by name
select unnest(act)
from (
    select unnest(from_json($acts, '[{
        "act_id": "VARCHAR", "began_at": "TIMESTAMP", "ended_at": "TIMESTAMP", "who": "VARCHAR",
        "place": "VARCHAR", "verb": "VARCHAR", "subject": "VARCHAR", "reason": "VARCHAR",
        "outcome": "VARCHAR", "problem": "VARCHAR", "line_no": "BIGINT"
    }]')) as act
);
