"""What the first rows of an unknown table show: which columns hold dates, numbers, places, apps.

Where the rows can be read in two ways, both are given and none is chosen.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

import polars as pl

from ingest.config import fold
from ingest.formats.cells import is_below, is_missing
from ingest.formats.mapped import dated, plain_number
from ingest.mapping import ISO, Cell, ValueColumn
from ingest.places import code
from ingest.vocabulary import MONEY, PLATFORMS

ROWS = 200

PATTERNS = (
    *("%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d-%m-%Y", "%m-%d-%Y", "%Y%m%d"),
    *("%d.%m.%y", "%d/%m/%y", "%m/%d/%y", "%d-%b-%Y", "%d-%b-%y", "%d %b %Y", "%b %d, %Y"),
    *(
        "%d %B %Y",
        "%B %d, %Y",
        "%Y年%m月%d日",
        "%Y年%m月",
        "%b %Y",
        "%B %Y",
        "%b-%y",
        "%m/%Y",
        "%Y/%m",
    ),
    "%Y%m",
)
STYLES = ((".", ""), (".", ","), (",", ""), (",", "."), (",", " "), (".", " "), (".", "'"))
PLAIN = ((".", ""),)
SIGNS = ("", "$", "US$", "€", "£", "¥")
PLATFORM_WORDS = {
    **{word: word for word in PLATFORMS},
    **{"app store": "ios", "apple": "ios", "google play": "android", "play store": "android"},
    **{"unified": "all", "total": "all"},
}
METRICS = (
    ("revenue", r"revenue|proceeds|sales|earning|gross|收入|流水"),
    ("downloads", r"download|install|下载|下載"),
    ("mau", r"\bmau\b|monthly active|月活"),
)
_ISO = r"^\d{4}(-\d\d(-\d\d([T ]00:00(:00(\.0+)?)?(Z|\+00:?00)?)?)?|-Q[1-4])?$"
_DATED = re.compile(
    r"(?i)date|day|month|week|quarter|period|year|time|日期|月份|周|datum|monat|tag"
)
_SAID = re.compile(r"(?i)as.?of|export|updated|published|said")
_APP = re.compile(r"(?i)^(unified )?(app|application|product|title|name)( ?(name|id))?$|应用|應用")
_ID = re.compile(r"(?i)\bid\b")
_AGGREGATE = re.compile(r"(?i)^(grand )?total$|^(all )?others?( apps?)?$|^sum$|合计|总计|其他")


@dataclass
class Seen:
    """What a table's columns seem to be."""

    #: our column → theirs, with the words that need a translation
    cells: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)
    #: column of dates → the ways its dates can be read
    dates: dict[str, list[str]] = field(default_factory=dict)
    #: column of numbers → the ways its numbers can be read
    numbers: dict[str, list[ValueColumn]] = field(default_factory=dict)
    #: column → words that look like sums or rests
    aggregates: dict[str, list[str]] = field(default_factory=dict)
    other: list[str] = field(default_factory=list)


def look(rows: pl.DataFrame, apps: Mapping[str, str], styles: Collection[tuple[str, str]]) -> Seen:
    """What each column of the rows (all String) shows; `apps` is Config.app_names()."""
    seen = Seen()
    for column in (column for column in rows.columns if column != "row_no"):
        stated = _stated(rows[column].str.strip_chars())
        if not stated:
            seen.other.append(column)
        elif patterns := _dates(column, stated):
            seen.dates[column] = patterns
        elif ours := _word_column(column, stated, apps, seen):
            seen.cells[ours] = (column, _translations(ours, stated))
        elif numbers := [] if _ID.search(column) else _numbers(column, stated, styles):
            seen.numbers[column] = numbers
        else:
            seen.other.append(column)
        sums = [word for word in stated if _AGGREGATE.search(word)]
        if sums:
            seen.aggregates[column] = sums
    return seen


def metric_of(column: str) -> str | None:
    """The metric a header seems to name."""
    found = [metric for metric, words in METRICS if re.search(f"(?i){words}", column)]
    return found[0] if len(found) == 1 else None


def _stated(texts: pl.Series) -> list[str]:
    """The different texts that state something, in their order."""
    cell = pl.lit(texts)
    kept = pl.select(text=cell, states=~is_missing(cell) & ~is_below(cell).fill_null(False))
    return list(kept.filter("states")["text"].unique(maintain_order=True))


def _dates(column: str, stated: list[str]) -> list[str]:
    """The patterns that read every text; one of each set that reads them alike."""
    digits_only = all(text.isdigit() for text in stated)
    if digits_only and not _DATED.search(column):
        return []
    if all(re.match(_ISO, text) for text in stated):
        return [ISO]
    readings: dict[tuple[str, ...], str] = {}
    for pattern in PATTERNS:
        read = pl.select(dated(pl.lit(pl.Series(stated)), Cell(column, None, (), pattern)))
        texts = tuple(read.to_series())
        if all(re.match(r"(19|20)\d\d(-|$)", text) for text in texts):
            readings.setdefault(texts, pattern)
    return list(readings.values())


def _numbers(
    column: str, stated: list[str], styles: Collection[tuple[str, str]]
) -> list[ValueColumn]:
    """The spellings that read every text; one of each set that reads them alike."""
    readings: dict[tuple[str, ...], ValueColumn] = {}
    for sign, (decimal, thousands) in product(SIGNS, styles):
        value = ValueColumn(column, None, None, None, decimal, thousands, sign, Decimal(1))
        texts = tuple(pl.select(plain_number(pl.lit(pl.Series(stated)), value)).to_series())
        if not any("(not " in text for text in texts):  # what plain_number could not read
            readings.setdefault(texts, value)
    return list(readings.values())


def _word_column(column: str, stated: list[str], apps: Mapping[str, str], seen: Seen) -> str | None:
    """Which of our columns of words it seems to be, when no other is that yet."""
    words = [text for text in stated if not _AGGREGATE.search(text)] or stated
    fits = {
        "platform": all(fold(text) in PLATFORM_WORDS for text in words),
        "country": all(code(text) for text in words),
        "unit": all(text.upper() in MONEY for text in words),
        "app": bool(_APP.search(column)) or all(fold(text) in apps for text in words),
    }
    return next((ours for ours, fit in fits.items() if fit and ours not in seen.cells), None)


def _translations(ours: str, stated: list[str]) -> dict[str, str]:
    if ours == "platform":
        words = {text: PLATFORM_WORDS.get(fold(text), "") for text in stated}
        return {text: word for text, word in words.items() if word and word != fold(text)}
    return {}


def is_said(column: str) -> bool:
    """Whether a column of dates seems to be the day its row was said."""
    return bool(_SAID.search(column))
