delete from raw.version_info;
insert into raw.version_info values ($name, $published_at, $fingerprint, $ledger, $knowledge_date);
