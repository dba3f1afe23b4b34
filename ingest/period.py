"""A period as people write it - 2026, 2026-Q1, 2026-01, 2026-01-05 - and its first and last day."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple


class Period(NamedTuple):
    """First day, last day and grain of a written period."""

    start: date
    end: date
    grain: str


def read_period(text: str) -> Period | None:
    """The period that `text` names, or None when it names none."""
    written = re.fullmatch(r"(\d{4})(?:-Q([1-4])|-(\d\d)(?:-(\d\d))?)?", text.strip())
    if written is None:
        return None
    year, quarter, month, day = (int(part) if part else None for part in written.groups())
    assert year is not None
    try:
        if day is not None and month is not None:
            only = date(year, month, day)
            return Period(only, only, "day")
        if month is not None:
            return Period(date(year, month, 1), last_day(year, month), "month")
        if quarter is not None:
            return Period(date(year, quarter * 3 - 2, 1), last_day(year, quarter * 3), "quarter")
        return Period(date(year, 1, 1), date(year, 12, 31), "year")
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    """The last day of a month.

    Raises ValueError when there is no such month or year.
    """
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    return date(year, month, calendar.monthrange(year, month)[1])
