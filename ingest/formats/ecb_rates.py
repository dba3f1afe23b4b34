"""The European Central Bank's daily reference rates: a day a row, a currency a column."""

from __future__ import annotations

import polars as pl

from ingest.context import Context
from ingest.formats.cells import is_missing
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.vocabulary import MONEY

KEY = ("rate_date", "currency")


def recognise(opened: Opened) -> str | None:
    """Ours when it has the bank's columns: a date, then currencies."""
    return "" if opened.columns[:3] == ("Date", "USD", "JPY") else None


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """A rate a cell, as the bank wrote it; currencies that no figure has are passed over.

    Raises Unreadable when the file has no days or no rate of any currency of ours.
    """
    refuse_missing(rows.columns, ["Date"], context.name)
    currencies = [column for column in rows.columns if column in MONEY]
    refuse_missing(rows.columns, [] if currencies else ["USD"], context.name)
    rates = (
        trimmed(rows)
        .unpivot(
            on=currencies,
            index=["row_no", "Date"],
            variable_name="currency",
            value_name="per_eur",
        )
        .filter(~is_missing(pl.col("per_eur")))
        .rename({"Date": "rate_date"})
        .sort("row_no", maintain_order=True)
    )
    return rates, unknown(rows.columns, ["Date", *currencies])


FORMAT = Format(
    name="ecb_rates",
    title="daily euro reference rates, the European Central Bank's zip of history",
    table="fx_rate",
    key=KEY,
    to_ours=to_ours,
    recognise=recognise,
)
