"""What vendors' formats do alike: a figure's columns, and where the period of a date ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise

import polars as pl

from ingest.context import Context
from ingest.formats.opened import Opened
from ingest.period import read_period
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: Columns of ours in their order; `row_no` and `value_column` lead.
_COLUMNS = (
    "app_id metric period_start period_end grain platform country value unit basis kind bound"
    " scope issuer publisher address quality note as_of"
).split()
_UNSAID: dict[str, str | None] = {
    "bound": "exact",
    "scope": None,
    "issuer": None,
    "publisher": None,
    "address": None,
    "quality": None,
    "note": None,
}

_LENGTHS = {"day": "1d", "week": "7d", "month": "1mo", "quarter": "3mo", "year": "1y"}


def figures(rows: pl.DataFrame, **stated: pl.Expr | str | None) -> pl.DataFrame:
    """The text columns of ours, one figure a row.

    `stated` gives each column as an expression or as one text for all; `value_column`, when given,
    is the file's own column that a fault of the value names. `row_no` is taken from `rows`.
    """
    said = _UNSAID | stated
    leading = ["value_column"] if "value_column" in said else []
    return rows.select(
        pl.col("row_no"), *(_column(name, said[name]) for name in [*leading, *_COLUMNS])
    )


def _column(name: str, said: pl.Expr | str | None) -> pl.Expr:
    return (said if isinstance(said, pl.Expr) else pl.lit(said, pl.String)).alias(name)


def only(
    recognise: Callable[[Opened], str | None], read: Callable[[Opened], Iterator[pl.DataFrame]]
) -> Callable[[Opened], Iterator[pl.DataFrame]]:
    """A reader that refuses what is not recognised, for shapes whose columns others have too.

    A source that names one shape is taken at its word; another vendor's file is not.
    """

    def read_own(opened: Opened) -> Iterator[pl.DataFrame]:
        batches = list(read(opened))
        if recognise(opened) is None:
            raise Unreadable(
                sentence("the file lacks what its source's format is known by"),
                opened.name,
                sentence("see docs/formats/ for what that is, or name the right format"),
            )
        yield from batches

    return read_own


def period_end(start: pl.Expr, grain: str, as_of: str) -> pl.Expr:
    """The last day of the period that begins on `start` (a text YYYY-MM-DD), as text.

    A period that was not over on the day it was said ends on that day: it is a part.
    """
    first = start.str.to_date("%Y-%m-%d", strict=False)
    last = first.dt.offset_by(_LENGTHS[grain]).dt.offset_by("-1d").cast(pl.String)
    begun = start <= as_of
    return pl.when(begun & (last > as_of)).then(pl.lit(as_of)).otherwise(last)


def spacing(days: pl.Series) -> str | None:
    """The grain that the first days of a file's periods show by their distance; None when unclear.

    One day alone shows nothing. Every day the first of a month, with neighbours: months.
    """
    dates = sorted(day for day in days.unique().to_list() if isinstance(day, date))
    steps = {(after - before).days for before, after in pairwise(dates)}
    if not steps:
        return None
    if all(day.day == 1 for day in dates):
        if all(day.month == 1 for day in dates):
            return "year" if min(steps) <= 366 else None
        return "month" if min(steps) <= 31 else None
    if min(steps) == 1:
        return "day"
    return "week" if len(dates) > 2 and min(steps) == 7 and not any(s % 7 for s in steps) else None


def asked_period(context: Context) -> tuple[str, str]:
    """First day and grain of the one period a file covers, as a person answered.

    Raises Question when nobody did, Unreadable when the answer is no period.
    """
    word = context.require("period")["period"]
    period = read_period(word)
    if period is None:
        raise Unreadable(
            sentence("the period it was answered to cover, {word}, is none", word=repr(word)),
            context.name,
            sentence("answer a year, quarter, month or day: 2026, 2026-Q1, 2026-01, 2026-01-05"),
        )
    return period.start.isoformat(), period.grain


def asked_grain(starts: pl.Series, context: Context) -> str:
    """The grain of a file whose dates do not show it: that of the period a person answered.

    Raises Question when nobody did, Unreadable when the answer is not the file's one date.
    """
    first, grain = asked_period(context)
    others = starts.filter(starts != first).drop_nulls()
    if others.len():
        raise Unreadable(
            sentence(
                "it was answered to cover a {grain} from {first}, and it has rows of {other}",
                grain=grain,
                first=first,
                other=others[0],
            ),
            context.name,
            sentence("answer the period that begins on the file's own date"),
        )
    return grain
