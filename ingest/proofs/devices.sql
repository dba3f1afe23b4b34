-- Devices that figures of the file lack, by app and metric: how many of its figures, and of those that
-- the source said of the year before. A figure's note says what its sum lacks.
with device as (
    select device, '(no|every) ' || device || ' figure in the file' as words
    from (values ('iPhone'), ('iPad'), ('Android')) as device(device)
),

said as (
    select
        i.app_id, i.metric, d.device, d.words, sum(i.n) as n,
        sum(i.n) filter (where regexp_matches(i.note, d.words)) as lacks
    from incoming_notes as i
    cross join device as d
    group by all
)

select
    s.app_id, s.metric, s.device, s.lacks, s.n, sum(k.n),
    coalesce(sum(k.n) filter (where regexp_matches(k.note, s.words)), 0)
from said as s
join known_notes as k using (app_id, metric)
where s.lacks > 0
    and k.platform in (select platform from incoming_notes)
group by s.app_id, s.metric, s.device, s.lacks, s.n
order by all
