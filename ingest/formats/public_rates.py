"""Frankfurter: the European Central Bank's reference rates, newer than those that are shipped."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ingest.context import Context
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.public_rows import document, text_rows
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import MONEY


def recognise(opened: Opened) -> str | None:
    """Rates of a base, of one day or of several."""
    one, several = {"base", "date", "rates"}, {"base", "start_date", "end_date", "rates"}
    if several <= opened.keys:
        return "series"
    return "day" if one <= opened.keys else None


def read_rates(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row a working day and currency: rate_date, currency, per_eur, as text.

    Raises Unreadable for another base than the euro: turned around, rates would be rounded twice.
    """
    content = document(opened)
    rates = content.get("rates") if isinstance(content, dict) else None
    if not isinstance(rates, dict):
        raise Unreadable(sentence("the file has no rates"), opened.name, sentence("fetch it again"))
    if content.get("base") != "EUR" or content.get("amount", "1.0") not in ("1", "1.0"):
        raise Unreadable(
            sentence(
                "the rates are for {amount} {currency}, not for 1 EUR",
                amount=content.get("amount", 1),
                currency=content.get("base"),
            ),
            opened.name,
            sentence("ask with base=EUR: only the bank's own rates are exact"),
        )
    days = rates if "date" not in content else {str(content["date"]): rates}
    odd = [day for day, of_day in days.items() if not isinstance(of_day, dict)]
    if odd:
        raise Unreadable(
            sentence("the day '{date}' has no rates of its own", date=odd[0]),
            opened.name,
            sentence("fetch it again"),
        )
    rows = [
        {"rate_date": day, "currency": currency, "per_eur": str(rate)}
        for day, of_day in sorted(days.items())
        for currency, rate in sorted(of_day.items())
        if currency in MONEY
    ]
    if rows:
        yield text_rows(rows)


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """The rows are already ours; currencies that no figure here is stated in are left out."""
    return rows, []


FORMATS = (
    Format(
        name="public.frankfurter",
        title="Frankfurter: daily euro reference rates of the European Central Bank",
        table="fx_rate",
        key=("rate_date", "currency"),
        to_ours=to_ours,
        recognise=recognise,
        read=read_rates,
    ),
)
