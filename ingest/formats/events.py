"""Dated things that happened: seeds/events.csv and files like it."""

from __future__ import annotations

import polars as pl

from ingest.context import Context
from ingest.formats.columns import filled, refuse_missing, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.opened import Opened

KEY = ("event_date", "app_id", "event", "kind", "address")

_NEEDED = ("date", "entity", "event")


def recognise(opened: Opened) -> str | None:
    """Ours when it has every needed column."""
    return "" if set(_NEEDED) <= {*opened.columns, *opened.keys} else None


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours and the columns passed over.

    Raises Unreadable when a needed column is missing.
    """
    rows = trimmed(rows)
    refuse_missing(rows.columns, _NEEDED, context.name)
    ours = rows.select(
        pl.col("row_no"),
        pl.col("date").alias("event_date"),
        pl.col("entity").alias("app_id"),
        pl.col("event"),
        filled(rows, "kind", None),
        filled(rows, "source_url", None).alias("address"),
    )
    return ours, unknown(rows.columns, [*_NEEDED, "kind", "source_url"])


FORMAT = Format(
    name="events",
    title="what happened on a day",
    table="event",
    key=KEY,
    to_ours=to_ours,
    recognise=recognise,
)
