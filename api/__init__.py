"""The tables over HTTP, beside the dashboard: it asks the newest version, and writes nothing."""
