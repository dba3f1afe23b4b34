-- Who the figures of a target's paths come from.
select distinct source_id from lineage_of_paths where target_id = $target_id order by source_id
