select count(*) > 0 from duckdb_tables() where schema_name = 'mart' and table_name = 'monthly'
