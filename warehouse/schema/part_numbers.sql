select distinct number from batch order by number
