"""The periods behind the dates of Sensor Tower's web exports; each date begins one.

Nothing in a file says how long a period is, nor that its last one is a part: the dates' distances
show the first, the day of the export the second.
"""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl

from ingest.context import Context, Question
from ingest.formats.cells import day, month
from ingest.formats.sensor_tower_web_said import grain_of_dates, natural_grain, period_in_name
from ingest.sentences.form import sentence
from ingest.sentences.reasons import ASKED
from ingest.unpack import Unreadable

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def started(text: pl.Expr) -> pl.Expr:
    """The first day of a date, month or quarter cell as text; what is none stays as written."""
    quarter = text.str.extract_groups(
        r"^(?:(?<a>\d{4})[- ]?Q(?<b>[1-4])|Q(?<c>[1-4])[- ](?<d>\d{4}))$"
    )
    number = pl.coalesce(quarter.struct.field("b"), quarter.struct.field("c")).cast(pl.Int8)
    year = pl.coalesce(quarter.struct.field("a"), quarter.struct.field("d"))
    first = (number * 3 - 2).cast(pl.String).str.zfill(2)
    months = month(text)
    return (
        pl.when(months.str.contains(r"^\d{4}-\d\d$"))
        .then(months + "-01")
        .when(number.is_not_null())
        .then(year + "-" + first + "-01")
        .when(text.str.contains(r"^\d{4}$"))
        .then(text + "-01-01")
        .otherwise(day(text))
    )


def periods(starts: pl.Series, stated: str | None, as_of: str, context: Context) -> pl.DataFrame:
    """The columns period_start, period_end and grain for each different start of a file.

    `starts` are texts as `started` gives them, `stated` the grain a header names. Raises Question
    when neither header, file name nor distances show how long a period is, Unreadable when a date
    is outside the period the file name states.
    """
    texts = starts.drop_nulls().unique(maintain_order=True)
    days = {text: one for text in texts if (one := _date(text)) is not None}
    named = period_in_name(context.name)
    whole = named if named and set(days.values()) == {named[0]} and not stated else None
    grain = stated or (natural_grain(*whole) if whole else _grain(days, context))
    _refuse_outside(days, grain, named, context.name)
    rows = [
        (text, *_period(one, grain, whole or named, date.fromisoformat(as_of)))
        for text, one in days.items()
    ]
    return pl.DataFrame(
        rows,
        schema=dict.fromkeys(("start", "period_start", "period_end", "grain"), pl.String),
        orient="row",
    )


def _refuse_outside(
    days: dict[str, date], grain: str, named: tuple[date, date] | None, name: str
) -> None:
    for text, start in days.items() if named else ():
        assert named is not None
        if start > named[1] or _last_day(start, grain) < named[0]:
            raise Unreadable(
                sentence(
                    "a row speaks of {period}, the file name of {first} to {last}",
                    period=text,
                    first=named[0],
                    last=named[1],
                ),
                name,
                sentence("give the file the name it was exported under"),
            )


def _grain(days: dict[str, date], context: Context) -> str:
    grain = grain_of_dates(days.values()) or context.word("grain")
    if grain is None and days:
        raise Question({"grain": ASKED["grain"]()}, context.name)
    return grain or "month"


def _period(
    start: date, grain: str, named: tuple[date, date] | None, as_of: date
) -> tuple[str, str, str]:
    """First day, last day and grain: cut to the days the file name states, and to the export."""
    end = named[1] if grain == "cumulative" and named else _last_day(start, grain)
    first = start
    if named and named[0] <= end and start <= named[1]:
        first, end = max(start, named[0]), min(end, named[1])
    if first <= as_of <= end and grain != "day":
        # Of the day a file was exported nothing is known yet, but no period has less than a day.
        end = max(first, as_of - timedelta(days=1)) if as_of == end else as_of
    return str(first), str(end), grain if first == start else "cumulative"


def _last_day(start: date, grain: str) -> date:
    if grain == "week":
        return start + timedelta(days=6)
    if grain not in _MONTHS:
        return start
    ahead = start.month - 1 + _MONTHS[grain]
    return date(start.year + ahead // 12, ahead % 12 + 1, 1) - timedelta(days=1)


def _date(text: str) -> date | None:
    """The day, unless its year is the last there is: no period of it would have an end."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year < date.max.year else None
