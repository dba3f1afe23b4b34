"""Dated things that happened: seeds/events.csv and files like it."""

from __future__ import annotations

import polars as pl

from ingest.config import Source
from ingest.formats.columns import filled, refuse_missing, trimmed, unknown

KEY = ("event_date", "app_id", "event", "kind", "address")

_NEEDED = ("date", "entity", "event")


def to_ours(rows: pl.DataFrame, source: Source, name: str) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours and the columns passed over.

    Raises Unreadable when a needed column is missing.
    """
    rows = trimmed(rows)
    refuse_missing(rows.columns, _NEEDED, name)
    ours = rows.select(
        pl.col("row_no"),
        pl.col("date").alias("event_date"),
        pl.col("entity").alias("app_id"),
        pl.col("event"),
        filled(rows, "kind", None),
        filled(rows, "source_url", None).alias("address"),
    )
    return ours, unknown(rows.columns, [*_NEEDED, "kind", "source_url"])
