"""How long the periods of a Sensor Tower file are: the file has first days and does not say.

Only what the days prove is taken: two that follow each other, months or weeks all in their places.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl

from ingest.context import Context
from ingest.formats.json_rows import json_batches
from ingest.formats.opened import Opened
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

BLOCK = 1024 * 1024
LONGEST_DATE_FIELD = 64
FEWEST_QUARTERS = 3  # two may be months with a gap between them

LENGTHS = {"day": "1d", "week": "7d", "month": "1mo", "quarter": "3mo", "year": "1y"}

_DAY = re.compile(rb'"(?:d|date)"\s*:\s*"(\d{4}-\d\d-\d\d)')


def read_with_grain(opened: Opened) -> Iterator[pl.DataFrame]:
    """The rows of a JSON file; with a column `grain` when its dates prove one."""
    if opened.text is None:
        raise Unreadable(
            sentence("this is a spreadsheet"), opened.name, sentence("export the API's JSON")
        )
    grain = proven_grain(opened)
    for rows in json_batches(opened.text):
        yield rows.with_columns(grain=pl.lit(grain)) if grain else rows


def proven_grain(opened: Opened) -> str | None:
    """day, week, month or quarter when the dates of the whole file prove it; else None."""
    assert opened.text is not None
    days: set[date] = set()
    with opened.text.path.open("rb") as handle:
        left = b""
        while block := handle.read(BLOCK):
            new = {day for text in set(_DAY.findall(left + block)) if (day := _date(text))} - days
            days |= new
            if any({day - timedelta(1), day + timedelta(1)} & days for day in new):
                return "day"
            left = block[-LONGEST_DATE_FIELD:]
    return _by_gaps(sorted(days))


def grain_of(rows: pl.DataFrame, context: Context) -> str:
    """The length of the periods of these rows: as proven, else as said or configured.

    Raises Question when nobody says it, Unreadable when the dates contradict what was said.
    """
    said = context.word("grain")
    if said is not None and said not in LENGTHS:
        raise Unreadable(
            sentence("'{said}' is no length of a period", said=said),
            context.name,
            sentence("say one of {words}", words=", ".join(LENGTHS)),
        )
    if "grain" not in rows.columns:
        return context.require("grain")["grain"]
    proven = str(rows["grain"][0])
    if said not in (None, proven):
        raise Unreadable(
            sentence(
                "its dates are those of one figure a {grain}, not a {said_grain}",
                grain=proven,
                said_grain=said,
            ),
            context.name,
            sentence(
                "take away the word `grain = {said_grain}`, or fetch the file again by"
                " {said_grain}",
                said_grain=said,
            ),
        )
    return proven


def last_days(first: pl.Expr, grain: str, as_of: str) -> pl.Expr:
    """The last day (as text) of each period by its first; of one still running, the day `as_of`.

    A first day that cannot be read has none.
    """
    start = first.str.to_date("%Y-%m-%d", strict=False)
    whole = start.dt.offset_by(LENGTHS[grain]).dt.offset_by("-1d")
    said = pl.lit(as_of).str.to_date("%Y-%m-%d", strict=False)
    running = (said >= start) & (said < whole)
    return pl.when(running).then(said).otherwise(whole).cast(pl.String)


def _date(text: bytes) -> date | None:
    """The day, unless there is none before or after it: no figure is of the year 1 or 9999."""
    try:
        day = date.fromisoformat(text.decode())
    except ValueError:
        return None
    return day if date.min < day < date.max else None


def _by_gaps(days: list[date]) -> str | None:
    gaps = [(later - day).days for day, later in itertools.pairwise(days)]
    if not gaps:
        return None
    if all(day.weekday() == 0 for day in days) and min(gaps) == 7:
        return "week"
    if any(day.day != 1 for day in days):
        return None
    if min(gaps) <= 31:
        return "month"
    quarters = all(day.month in (1, 4, 7, 10) for day in days)
    in_turn = len(days) >= FEWEST_QUARTERS and max(gaps) <= 92
    return "quarter" if quarters and in_turn else None
