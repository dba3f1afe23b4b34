"""The European Central Bank's daily reference rates, read by the CurrencyConverter package."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import polars as pl
from currency_converter import CurrencyConverter, RateNotFoundError

from ingest.context import Context
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.unpack import Unreadable
from ingest.vocabulary import MONEY

KEY = ("rate_date", "currency")


def recognise(opened: Opened) -> str | None:
    """Ours when it has the bank's columns: a date, then currencies."""
    return "" if opened.columns[:3] == ("Date", "USD", "JPY") else None


def read_rates(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row a working day and currency: rate_date, currency, per_eur, as text.

    Raises Unreadable when the file is not the bank's zip of history.
    """
    named = opened.work / "rates.zip"
    shutil.copyfile(opened.landed, named)
    try:
        converter = CurrencyConverter(str(named))
    except (zipfile.BadZipFile, ValueError, KeyError, IndexError) as error:
        raise Unreadable(
            f"this is not the bank's zip of daily rates: {error}",
            opened.name,
            "use eurofxref-hist.zip as the European Central Bank publishes it",
        ) from error
    rows = [row for currency in sorted(MONEY) for row in _rates(converter, currency)]
    yield pl.DataFrame(
        rows, schema=["rate_date", "currency", "per_eur"], orient="row"
    ).with_row_index("row_no", offset=1)


def _rates(converter: CurrencyConverter, currency: str) -> Iterator[tuple[str, str, str]]:
    if currency == "EUR" or currency not in converter.bounds:
        return
    day, last = converter.bounds[currency]
    while day <= last:
        try:
            rate = converter.convert(1, "EUR", currency, date=day)
            yield day.isoformat(), currency, f"{rate:.8f}"
        except RateNotFoundError:
            pass
        day += timedelta(days=1)


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """The rows are already ours."""
    return rows, []


FORMAT = Format(
    name="ecb_rates",
    title="daily euro reference rates, the European Central Bank's zip of history",
    table="fx_rate",
    key=KEY,
    to_ours=to_ours,
    recognise=recognise,
    read=read_rates,
)
