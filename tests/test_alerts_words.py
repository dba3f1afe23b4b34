"""The words of alerts say figures as the pages do, letter for letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import duckdb
import pytest

from app_pages import formats, pace_words
from warehouse.alerts.asked import _text
from warehouse.store import scratch

AMOUNTS = ("0", "0.084", "7", "999.5", "1234.56", "9999", "10000", "99950", "510000", "999950",
           "1000000", "218849999", "218750000", "850000000", "1500000000", "12345678901",
           "-4200000", "-1500")  # fmt: skip
BOUNDS = (None, "exact", "approx", "at_least", "at_most", "unknown")


@pytest.fixture(scope="module")
def words() -> Iterator[duckdb.DuckDBPyConnection]:
    """A session that has the words."""
    with scratch() as connection:
        connection.execute(_text("words"))
        yield connection


def said(words: duckdb.DuckDBPyConnection, call: str, *values: Any) -> str:
    """What a macro says, with plain spaces."""
    found = words.execute(f"select {call}", list(values)).fetchone()
    assert found
    return str(found[0])


@pytest.mark.parametrize("unit", ["USD", "CNY", "EUR", "downloads", "percent", "rank"])
@pytest.mark.parametrize("bound", BOUNDS)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_an_amount_reads_as_on_the_pages(
    words: duckdb.DuckDBPyConnection, amount: str, unit: str, bound: str | None
) -> None:
    """A floor is never rounded up, a ceiling never down, and a unit never left out."""
    value = Decimal(amount).quantize(Decimal("0.0001"))
    shown = formats.amount_in_words(value, unit, bound).replace("\u00a0", " ")
    assert said(words, "amount_words(?::decimal(18, 4), ?, ?)", value, unit, bound) == shown


def test_a_small_figure_keeps_every_digit(words: duckdb.DuckDBPyConnection) -> None:
    """A price of US$0.084 is not one of US$0.08."""
    for amount, unit, text in (
        ("0.084", "USD", "at least US$0.084"),
        ("36.6", "percent", "at least 36.6%"),
        ("4.25", "x", "at least 4.25 x"),
        ("850000000", "CNY", "at least CNY 850M"),
    ):
        call = "stated_words(?::decimal(18, 4), ?, 'at_least')"
        assert said(words, call, Decimal(amount), unit) == text


@pytest.mark.parametrize("fraction", [0.308, -0.042, 0.0, 0.00049, -0.0004, 12.5, 0.12345])
def test_a_change_reads_as_on_the_pages(words: duckdb.DuckDBPyConnection, fraction: float) -> None:
    """With its sign, to a tenth of a percent."""
    shown = formats.change(fraction).replace("−0.0%", "+0.0%")
    assert said(words, "change_words(?::double)", fraction) == shown


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2026-01-01", "2026-12-31"),
        ("2026-04-01", "2026-06-30"),
        ("2024-02-01", "2024-02-29"),
        ("2026-02-14", "2026-02-14"),
        ("2026-01-01", "2026-06-30"),
    ],
)
def test_a_period_reads_as_on_the_pages(
    words: duckdb.DuckDBPyConnection, first: str, last: str
) -> None:
    """By its common name, else by its two days."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    assert said(words, "period_words(?::date, ?::date)", start, end) == formats.period(start, end)


def test_a_share_reads_as_on_the_pages(words: duckdb.DuckDBPyConnection) -> None:
    """A floor of 78.9% is at least 78%."""
    assert said(words, "share_words(?::double, 'at_least')", 0.789) == "at least 78%"
    assert said(words, "share_words(?::double, null)", 0.9) == "90%"


def test_a_target_is_named_as_the_pace_page_offers_it(words: duckdb.DuckDBPyConnection) -> None:
    """The link of a pace alert leads to its own target, not to the usual one."""
    target = {
        "name_en": "Kite", "period_start": date(2026, 1, 1), "period_end": date(2026, 12, 31),
        "issuer": "A Bank", "kind": "forecast", "value": Decimal(280_000_000), "unit": "USD",
        "bound": "at_least",
    }  # fmt: skip
    call = (
        "target_name('Kite', date '2026-01-01', date '2026-12-31', 'A Bank', 'forecast',"
        " 280000000::decimal(18, 4), 'USD', 'at_least')"
    )
    assert said(words, call) == pace_words.target_name(target)
