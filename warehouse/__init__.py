"""The contract between the halves: stores, versions, models and checks that ingest fills and pages read."""
