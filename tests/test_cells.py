"""Cells of vendors' tables: what is read, what is missing, and what stays as written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import polars as pl
import pytest

from ingest.formats import cells

FIGURES = {
    "1234.56": "1234.56",
    "1,234": "1234",
    "19,227,031.60": "19227031.60",
    " 70 ": "70",
    "$70": "70",
    "$1,234.50": "1234.50",
    "US$5": "5",
    "(5)": "-5",
    "($1,234)": "-1234",
    "$(1,234)": "-1234",
    "-$3.10": "-3.10",
    "$-3.10": "-3.10",
    "−3": "-3",
    "0": "0",
    "0.00": "0.00",
    "12345678901234567890.123456": "12345678901234567890.123456",
}
STAY = ["1,23", "1.234,56", "12,34,567", "$1.2M", "1 234", "5)", "(5", "£5", "1,234,56", "--5", "x"]


def read(how: Callable[[pl.Expr], pl.Expr], text: str | None) -> str | None:
    """What an expression makes of one cell."""
    table = pl.DataFrame({"cell": [text]}, schema={"cell": pl.String})
    said: str | None = table.select(how(pl.col("cell"))).item()
    return said


@pytest.mark.parametrize(("text", "number"), FIGURES.items())
def test_figures_are_read_digit_by_digit(text: str, number: str) -> None:
    """Thousands, currency and brackets go; every digit stays."""
    assert read(cells.figure, text) == number


@pytest.mark.parametrize(
    "text", [None, "", " ", "N/A", "n/a", "-", "–", "—", "null", "NaN", "#N/A"]
)
def test_what_states_nothing_is_missing(text: str | None) -> None:
    """Missing is not zero."""
    assert read(cells.figure, text) is None


@pytest.mark.parametrize("text", ["< $5k", "<$5k", "< 5", "<1,000", "＜ 5k", "≤ $5K"])
def test_below_a_threshold_is_missing_and_noted(text: str) -> None:
    """Neither 0 nor the threshold: no figure, and a note of what was written."""
    assert read(cells.figure, text) is None
    assert read(cells.below_note, text) == f"below what the vendor shows: {text}"
    assert read(cells.below_note, "5") is None


@pytest.mark.parametrize("text", STAY)
def test_any_other_text_stays_as_written(text: str) -> None:
    """A comma in an odd place or a rounded 1.2M is for the schema to refuse, not to interpret."""
    assert read(cells.figure, text) == text


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("28.6%", "0.286"),
        ("100%", "1"),
        ("0%", "0"),
        ("(5%)", "-0.05"),
        ("-1,234.5%", "-12.345"),
        ("3 %", "0.03"),
        ("0.286", "0.286"),
        ("five%", "five%"),
        ("(5%", "(5%"),
        ("N/A", None),
    ],
)
def test_shares_are_read_exactly(text: str, share: str | None) -> None:
    """A percent sign divides by a hundred; a number without one is what its caller knows."""
    assert read(cells.fraction, text) == share


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-07-21", "2026-07-21"),
        ("2026/07/01", "2026-07-01"),
        ("2026/7/1", "2026-07-01"),
        ("Jul 20, 2026", "2026-07-20"),
        ("July 4, 2026", "2026-07-04"),
        ("SEPT. 30 2026", "2026-09-30"),
        ("1 May 2026", "2026-05-01"),
        ("2026年7月1日", "2026-07-01"),
        ("2021-07-15T00:00:00Z", "2021-07-15"),
        ("2021-07-15 00:00:00", "2021-07-15"),
        (" 2026-07-21 ", "2026-07-21"),
        ("2021-07-15T18:30:00Z", "2021-07-15T18:30:00Z"),
        ("2026-02-30", "2026-02-30"),
        ("2026/13/01", "2026/13/01"),
        ("2026-7-1", "2026-7-1"),
        ("Foo 20, 2026", "Foo 20, 2026"),
        ("07/01/2026", "07/01/2026"),
        ("Total", "Total"),
        ("", None),
        (None, None),
    ],
)
def test_days_are_read_or_left_as_written(text: str | None, day: str | None) -> None:
    """One day has one reading; an order that could be two, or no real day, is not read."""
    assert read(cells.day, text) == day


def test_american_days_only_where_the_caller_says_so() -> None:
    """7/1/2026 is the first of July only for a vendor known to write the month first."""
    american = partial(cells.day, slashes="MDY")
    assert read(american, "07/01/2026") == "2026-07-01"
    assert read(american, "7/1/2026") == "2026-07-01"
    assert read(american, "2026/07/01") == "2026-07-01"
    assert read(american, "13/01/2026") == "13/01/2026"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2024-01", "2024-01"),
        ("2024/01", "2024-01"),
        ("Jan 2024", "2024-01"),
        ("December 2024", "2024-12"),
        ("2024年1月", "2024-01"),
        ("2024-13", "2024-13"),
        ("Jan-24", "Jan-24"),
        ("2024", "2024"),
    ],
)
def test_months_are_read_or_left_as_written(text: str, month: str) -> None:
    """A month names its year in full."""
    assert read(cells.month, text) == month


def test_the_last_day_of_a_month() -> None:
    """February has 29 days in a leap year."""
    assert read(cells.month_end, "2024-02") == "2024-02-29"
    assert read(cells.month_end, "2026-10-01") == "2026-10-31"
