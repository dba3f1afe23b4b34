"""The contract between the halves: ingest fills the store through it, pages read through it."""
