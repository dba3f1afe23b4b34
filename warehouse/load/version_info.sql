select name, published_at, fingerprint, ledger, knowledge_date from raw.version_info
