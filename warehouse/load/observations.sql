select count(*) from raw.observation
