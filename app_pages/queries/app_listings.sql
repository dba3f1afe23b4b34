-- The ids a vendor or store knows an app by.
select store, listing_id
from raw.app_listing
where app_id = $app_id
group by all
order by store, listing_id
