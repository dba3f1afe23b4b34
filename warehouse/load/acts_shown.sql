select coalesce(max(line_no), 0) from raw.act
