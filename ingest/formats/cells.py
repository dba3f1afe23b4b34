"""Cells of vendors' tables read strictly: numbers, shares, days and months as people see them.

Every expression turns the spellings it names into one plain text (1234.56, 2026-07-21, 2026-07),
makes missing what says that it is missing, and leaves any other text as written: the schemas
refuse that and name it. Nothing here is rounded, and no number passes through a float.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import polars as pl

#: What stands in a cell that states nothing, in lower case; never a zero.
MISSING = ("", "-", "--", "–", "—", "n/a", "n.a.", "na", "nan", "null", "none", "#n/a")

_BLANKS = " \t\r\n\u00a0\u2007\u202f\ufeff"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_MONEY = rf"(?:US)?\$?[ \u00a0]?{_DIGITS}"
_PLUS = rf"^{_MONEY}$"
_MINUS = rf"^(?:[-−][ ]?{_MONEY}|(?:US)?\$[-−]{_DIGITS}|\({_MONEY}\)|(?:US)?\$\({_DIGITS}\))$"
_BELOW = rf"^(?:<|＜|≤|&lt;)\s*(?:US)?\$?\s*{_DIGITS}\s*[kKmMbB]?$"
_PERCENT = rf"^(?:[-−]?{_DIGITS}\s?%|\({_DIGITS}\s?%\))$"

_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS = {
    name: f"{number:02}"
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)?)?"
_DAY_SPELLINGS = {
    "YMD": (
        rf"^{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_MIDNIGHT}$",
        rf"^{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?){_MIDNIGHT}$",
        rf"^{_YEAR}年(?P<month>\d\d?)月(?P<day>\d\d?)日$",
    ),
    "MDY": (rf"^(?P<month>\d\d?)/(?P<day>\d\d?)/{_YEAR}$",),
    "names": (
        rf"(?i)^(?P<month>{_NAMES})\.? (?P<day>\d\d?),? {_YEAR}$",
        rf"(?i)^(?P<day>\d\d?) (?P<month>{_NAMES})\.?,? {_YEAR}$",
    ),
}
_MONTH_SPELLINGS = (
    rf"^{_YEAR}[-/](?P<month>\d\d)$",
    rf"^{_YEAR}年(?P<month>\d\d?)月$",
    rf"(?i)^(?P<month>{_NAMES})\.?,? {_YEAR}$",
)


def figure(text: pl.Expr) -> pl.Expr:
    """`1,234.56`, `$70`, `(5)`, `-$1,234` as a plain number; N/A, dashes and `< $5k` missing."""
    cell = _bare(text)
    digits = cell.str.replace_all(r"[^0-9.]", "")
    return (
        pl.when(is_missing(text) | is_below(text))
        .then(pl.lit(None, pl.String))
        .when(cell.str.contains(_PLUS))
        .then(digits)
        .when(cell.str.contains(_MINUS))
        .then(pl.lit("-") + digits)
        .otherwise(cell)
    )


def is_missing(text: pl.Expr) -> pl.Expr:
    """Whether the cell states nothing: blank, N/A, a dash. Not whether it is below a threshold."""
    return text.is_null() | _bare(text).str.to_lowercase().is_in(MISSING)


def is_below(text: pl.Expr) -> pl.Expr:
    """Whether the cell says only that the figure is under the vendor's threshold, as `< $5k`."""
    return _bare(text).str.contains(_BELOW).fill_null(False)


def below_note(text: pl.Expr) -> pl.Expr:
    """What to note of a cell below a threshold, which makes no figure; missing for others."""
    said = pl.lit("below what the vendor shows: ") + _bare(text)
    return pl.when(is_below(text)).then(said)


def fraction(text: pl.Expr) -> pl.Expr:
    """`28.6%` as 0.286 and `(5%)` as -0.05, exactly; without a percent sign it stays as written."""
    cell = _bare(text)
    hundredths = figure(cell.str.replace_all(r"\s?%", "")).cast(pl.Decimal(30, 8), strict=False)
    share = (hundredths * pl.lit(Decimal("0.01"))).cast(pl.String)
    plain = share.str.strip_chars_end("0").str.strip_chars_end(".")
    return (
        pl.when(is_missing(text))
        .then(pl.lit(None, pl.String))
        .when(cell.str.contains(_PERCENT))
        .then(plain)
        .otherwise(cell)
    )


def day(text: pl.Expr, slashes: Literal["YMD", "MDY"] = "YMD") -> pl.Expr:
    """`2026-07-21`, `2026/07/01`, `Jul 20, 2026`, `2026年7月1日`, a midnight: as 2026-07-21.

    `7/1/2026` is read only where the caller knows its vendor to write MM/DD/YYYY, by
    slashes = "MDY"; elsewhere it could as well be the 7th of January, and stays as written.
    """
    spellings = dict.fromkeys((*_DAY_SPELLINGS["YMD"], *_DAY_SPELLINGS["names"]))
    if slashes == "MDY":
        spellings |= dict.fromkeys(_DAY_SPELLINGS["MDY"])
    cell = _bare(text)
    written = pl.coalesce(*(_joined(cell, spelling, "day") for spelling in spellings))
    is_day = written.str.to_date("%Y-%m-%d", strict=False).is_not_null()
    return pl.when(is_day).then(written).otherwise(pl.when(cell != "").then(cell))


def month(text: pl.Expr) -> pl.Expr:
    """`2026-07`, `2026/07`, `Jul 2026`, `July 2026`, `2026年7月`: as 2026-07."""
    cell = _bare(text)
    written = pl.coalesce(*(_joined(cell, spelling) for spelling in _MONTH_SPELLINGS))
    is_month = (written + "-01").str.to_date("%Y-%m-%d", strict=False).is_not_null()
    return pl.when(is_month).then(written).otherwise(pl.when(cell != "").then(cell))


def month_end(first_day: pl.Expr) -> pl.Expr:
    """The last day of the month that a text YYYY-MM or YYYY-MM-DD stands in, as text."""
    start = (first_day.str.slice(0, 7) + "-01").str.to_date("%Y-%m-%d", strict=False)
    return start.dt.month_end().cast(pl.String)


def _bare(text: pl.Expr) -> pl.Expr:
    return text.str.strip_chars(_BLANKS)


def _joined(cell: pl.Expr, spelling: str, *last: str) -> pl.Expr:
    """Year, month and what else is asked of one spelling joined by dashes; else missing."""
    found = cell.str.extract_groups(spelling)
    named = found.struct.field("month").str.slice(0, 3).str.to_lowercase()
    number = named.replace(_NUMBERS).str.zfill(2)
    rest = [found.struct.field(name).str.zfill(2) for name in last]
    return pl.concat_str(found.struct.field("year"), number, *rest, separator="-")
