"""What headers and file names of Sensor Tower's web exports say: metric, platform, period, country.

A file name is read by stated rules only, for these exports say half of what they are in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

import polars as pl

from ingest.formats.cells import day, month, month_end
from ingest.places import code
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: The metric a column holds, by its name in lower case; growth and ratios are none of ours.
METRICS = {
    "revenue ($)": "revenue",
    "revenue": "revenue",
    "revenue (absolute, $)": "revenue",
    "revenue (absolute)": "revenue",
    "downloads": "downloads",
    "downloads (absolute)": "downloads",
    **{
        f"{before}{users}{after}": users
        for users in ("mau", "wau", "dau")
        for before in ("", "average ")
        for after in ("", " (absolute)")
    },
    "monthly active users": "mau",
    "weekly active users": "wau",
    "daily active users": "dau",
}
USERS = ("mau", "wau", "dau")
UNITS = {"downloads": "downloads"} | dict.fromkeys(USERS, "users")

PLATFORMS = {
    "unified": "all",
    "統一": "all",
    "统一": "all",
    "ios": "ios",
    "app store": "ios",
    "android": "android",
    "google play": "android",
}
#: Devices that are a part of a platform of ours.
DEVICES = {"iphone": "iPhone", "ipad": "iPad"}

_DAY = (
    r"(?:[A-Za-z]{3,9}\.? \d{1,2},? \d{4}"
    r"|\d{4}-\d\d-\d\d|\d{4}[/_]\d\d?[/_]\d\d?|\d{4}年\d\d?月\d\d?日)"
)
_DAYS = re.compile(rf"({_DAY})\s*(?:-|–|—|~|to|至)\s*({_DAY})(?:\s*[,，]\s*([^()（）]*))?")
_MONTH = r"(?:[A-Za-z]{3,9}\.? \d{4}|\d{4}年\d\d?月)"
_MONTHS = re.compile(rf"(?<!\w)({_MONTH})\s*(?:-|–|—|~|to|至)\s*({_MONTH})")
_FIRST = re.compile(r"[\s+&]")
_MORE = re.compile(r"\+|\d|…|\.\.\.|其他|其它|\bmore\b|\bothers?\b", re.IGNORECASE)
_WORD = "|".join(sorted(map(re.escape, (*PLATFORMS, *DEVICES)), key=len, reverse=True))
_WORDS = re.compile(rf"(?<![A-Za-z])(?:{_WORD})(?![A-Za-z])", re.IGNORECASE)


def plain(header: str) -> str:
    """A column name as it is compared: lower case, single blanks, none around a slash."""
    return re.sub(r"\s*/\s*", "/", " ".join(header.split())).lower()


def platform_in_name(name: str) -> str | None:
    """The platform the file name says: Unified, iOS, Android …; None when it says none, or two.

    Raises Unreadable when it is of the iPhone or the iPad alone, which are no platform of ours.
    """
    words = {word.lower() for word in _WORDS.findall(name)}
    platforms = {PLATFORMS[word] for word in words if word in PLATFORMS}
    devices = sorted(DEVICES[word] for word in words if word in DEVICES)
    if devices and not platforms:
        raise Unreadable(
            sentence(
                "by its name the file is of the {devices} alone, a part of iOS",
                devices=" and ".join(devices),
            ),
            name,
            sentence(
                "export iOS as a whole, or the long export, where devices are rows and are added"
            ),
        )
    return platforms.pop() if len(platforms) == 1 else None


def users_in_name(name: str) -> str | None:
    """mau, wau or dau, where the file name says which active users it holds."""
    words = {word.lower() for word in re.findall(r"(?i)(?<![a-z])[mwd]au(?![a-z])", name)}
    return words.pop() if len(words) == 1 else None


def period_in_name(name: str) -> tuple[date, date] | None:
    """First and last day of `(Nov 11, 2025 - Dec 10, 2025, US)` or of `Oct 2025 to Oct 2025`.

    A range of several months is the range of a series, not one period: None.
    """
    if found := _DAYS.search(name):
        first, last = (_one(day(pl.lit(text.replace("_", "/")))) for text in found.groups()[:2])
    elif (found := _MONTHS.search(name)) and found[1] == found[2]:
        text = _one(month(pl.lit(found[1])))
        first, last = f"{text}-01", _one(month_end(pl.lit(text)))
    else:
        return None
    try:
        period = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    except ValueError:
        return None
    return period if period[0] <= period[1] else None


def country_in_name(name: str) -> str | None:
    """The one country, or WW, behind the period in the file name; None when it names none, or
    something beside it that may be another.

    Raises Unreadable when its figures are sums of several countries: that is neither one of them
    nor the world.
    """
    found = _DAYS.search(name)
    listed = [part.strip() for part in re.split("[,，、]", (found and found[3]) or "")]
    named = [part for part in listed if _is_country(part) or _is_country(_FIRST.split(part)[0])]
    if len(named) > 1 or (named and any(_MORE.search(part) for part in listed)):
        raise Unreadable(
            sentence(
                "by its name each figure is a sum of several countries: {countries}",
                countries=", ".join(listed),
            ),
            name,
            sentence(
                "export one country a file, or the whole world; a sum of some is kept as neither"
            ),
        )
    alone = len(named) == len([part for part in listed if part]) == 1
    return country(named[0]) if alone and _is_country(named[0]) else None


def country(text: str) -> str:
    """A country as we write it: two letters, or WW for the world; what is none as written."""
    return code(text) or text.strip()


def _is_country(text: str) -> bool:
    return code(text) is not None


def natural_grain(first: date, last: date) -> str:
    """What two days span: a day, week, month, quarter, year; any other stretch is cumulative."""
    after = last + timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    whole = first.day == 1 and after.day == 1
    if first == last:
        return "day"
    if whole and months == 1:
        return "month"
    if whole and months == 3 and first.month % 3 == 1:
        return "quarter"
    if whole and months == 12 and first.month == 1:
        return "year"
    is_week = first.weekday() == 0 and (last - first).days == 6
    return "week" if is_week else "cumulative"


def grain_of_dates(dates: Iterable[date]) -> str | None:
    """What each date of a series begins, shown by their distances; None when they do not show it.

    One date alone shows nothing, nor do two that could be a sparse series of something shorter.
    """
    days = sorted(set(dates))
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    months = [one.year * 12 + one.month for one in days]
    steps = [later - earlier for earlier, later in pairwise(months)]
    if 1 in gaps:
        return "day"
    if gaps and all(one.day == 1 for one in days):
        return _grain_of_months(days, steps)
    return "week" if 7 in gaps and all(gap % 7 == 0 for gap in gaps) else None


def _grain_of_months(days: list[date], steps: list[int]) -> str | None:
    if 1 in steps:
        return "month"
    if len(steps) < 2:
        return None
    if set(steps) == {3} and days[0].month % 3 == 1:
        return "quarter"
    return "year" if set(steps) == {12} and days[0].month == 1 else None


def _one(expression: pl.Expr) -> str | None:
    text: str | None = pl.select(expression).item()
    return text
