"""Files whose columns a mapping of config/formats names: any table becomes ours by its word.

Numbers and dates are read in the one spelling the mapping states. Any other is marked as such, so
that the schemas refuse it: 1.234 is a thousand to some and a little over one to others.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

import polars as pl

from ingest.context import Context
from ingest.formats.cells import is_below, is_missing
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.csv_rows import csv_batches
from ingest.formats.form import Format
from ingest.formats.json_rows import json_batches
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.mapping import ISO, Cell, ColumnMapping, ValueColumn
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import METRIC_UNITS, MONEY

#: What a mapping may leave to the source of a file, or to an answer.
_ASKED = ("app", "platform", "country", "grain", "as_of")
_AS_WRITTEN = ("app", "unit", "scope", "note", "publisher", "address")
_MONTHS = {"month": "1mo", "quarter": "3mo", "year": "1y"}
_NOTHING = pl.lit(None, pl.String)


def mapped_format(mapping: ColumnMapping) -> Format:
    """The format that a mapping makes."""
    return Format(
        name=mapping.format,
        title=mapping.title,
        table="observation",
        key=KEY,
        to_ours=partial(to_ours, mapping),
        recognise=partial(recognise, mapping),
        read=partial(read, mapping),
        asks_for_apps=True,
        left_out=partial(left_out, mapping),
    )


def recognise(mapping: ColumnMapping, opened: Opened) -> str | None:
    """Its own when every column it names is in the header."""
    named = {_plain(column) for column in (*opened.columns, *opened.keys)}
    return "" if {_plain(column) for column in mapping.columns} <= named else None


def read(mapping: ColumnMapping, opened: Opened) -> Iterator[pl.DataFrame]:
    """The file's rows. Numbers of spreadsheets and JSON have a point, whatever people see.

    Raises Unreadable when the mapping would read them otherwise.
    """
    plain_numbers = opened.is_spreadsheet or opened.text.is_json
    other = [one for one in mapping.values if "," in one.decimal or "." in one.thousands]
    if plain_numbers and other:
        raise Unreadable(
            sentence(
                "the mapping reads '{column}' as {example}, but numbers in spreadsheets and"
                " JSON are stored with a decimal point",
                column=other[0].column,
                example=other[0].example,
            ),
            opened.name,
            sentence("drop the CSV, or make a mapping for these files: python -m ingest map FILE"),
        )
    return json_batches(opened.text) if opened.text.is_json else csv_batches(opened.text)


def left_out(mapping: ColumnMapping, rows: pl.DataFrame) -> int:
    """How many of the rows the mapping leaves out."""
    found = {_plain(column): column for column in rows.columns}
    return rows.filter(_is_left_out(mapping, found)).height


def to_ours(
    mapping: ColumnMapping, rows: pl.DataFrame, context: Context
) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, one figure a row, and what is passed over.

    Raises Unreadable when a column is missing, Question for what neither mapping nor source says.
    """
    rows = trimmed(rows)
    found = {_plain(column): column for column in rows.columns}
    present = [column for column in rows.columns if column != "row_no"]
    if len(found) < len(present):
        raise Unreadable(
            sentence("two columns differ only by blanks or capitals"),
            context.name,
            sentence("rename one of them"),
        )
    refuse_missing(found, [_plain(column) for column in mapping.columns], context.name)
    passed = unknown(rows.columns, [found[_plain(column)] for column in mapping.columns])
    for one in mapping.left_out:
        count = rows.filter(_says(one.column, one.words, found)).height
        if count:
            passed.append(
                f"{count:,} rows where {one.column} is {'/'.join(one.words)}: {one.reason}"
            )
    rows = rows.filter(~_is_left_out(mapping, found))
    cells = {ours: _cell(ours, cell, found) for ours, cell in mapping.cells}
    parts = [_figures(rows, value, cells, found) for value in mapping.values]
    figures = pl.concat(parts).sort("row_no", maintain_order=True)
    below = figures.filter("below").height
    if below:
        passed.append(f"{below:,} cells below what the vendor shows")
    figures = figures.filter(pl.col("value").is_not_null())
    return completed(figures, cells, context), passed


def _plain(column: str) -> str:
    return " ".join(column.split()).lower()


def _says(column: str, words: tuple[str, ...], found: dict[str, str]) -> pl.Expr:
    text = pl.col(found[_plain(column)]).str.strip_chars().str.to_lowercase()
    return text.is_in([word.strip().lower() for word in words]).fill_null(False)


def _is_left_out(mapping: ColumnMapping, found: dict[str, str]) -> pl.Expr:
    one_of = [_says(one.column, one.words, found) for one in mapping.left_out]
    return pl.any_horizontal(pl.lit(False), *one_of)


def _cell(ours: str, cell: Cell, found: dict[str, str]) -> pl.Expr:
    """One of our columns as text."""
    if cell.column is None:
        return pl.lit(cell.fixed, pl.String)
    text = pl.col(found[_plain(cell.column)])
    if cell.dates == ISO:
        return iso(text)
    if cell.dates:
        return dated(text, cell)
    words = {theirs.strip().lower(): word for theirs, word in cell.words}
    if words:
        text = text.str.to_lowercase().replace_strict(words, default=text)
    if ours == "country":
        return text.str.to_uppercase()
    return text if ours in _AS_WRITTEN else text.str.to_lowercase()


def iso(text: pl.Expr) -> pl.Expr:
    """ISO dates without the midnight behind them; others as written, which is no date of ours."""
    return text.str.replace(r"[T ]00:00(:00(\.0+)?)?(Z|\+00:?00)?$", "")


def dated(text: pl.Expr, cell: Cell) -> pl.Expr:
    """Dates of the cell's pattern as 2026-10-31, 2026-10 or 2026; others marked as such."""
    pattern = cell.dates or ""
    rest, size = ("", 10) if cell.has_day else ("-%d", 7) if cell.has_month else ("-%m-%d", 4)
    whole = text + pl.lit(rest.replace("%m", "01").replace("%d", "01"))
    day = whole.str.to_date(pattern + rest, strict=False).cast(pl.String).str.head(size)
    return pl.coalesce(day, text + pl.lit(f" (not {pattern})"))


def plain_number(text: pl.Expr, value: ValueColumn) -> pl.Expr:
    """Numbers in the column's one spelling as 1234.56, scaled exactly; N/A and `<5k` missing."""
    cell = text.str.strip_chars(" \t\r\n\u00a0\u2007\u202f\ufeff")
    marks = {" ": "[ \u00a0\u2007\u202f]", "'": "['’]"}
    thousands = marks.get(value.thousands, re.escape(value.thousands))
    grouped = rf"\d{{1,3}}(?:{thousands}\d{{3}})+|" if thousands else ""
    digits = rf"(?:{grouped}\d+)(?:{re.escape(value.decimal)}\d+)?"
    sign = rf"(?:{re.escape(value.sign)}[ \u00a0]?)?" if value.sign else ""
    after = rf"(?:[ \u00a0]?{re.escape(value.sign)})?" if value.sign else ""
    body = f"{sign}{digits}{after}"
    written = cell.str.extract(f"({digits})")
    if thousands:
        written = written.str.replace_all(thousands, "")
    written = written.str.replace(value.decimal, ".", literal=True)
    minus = cell.str.contains(rf"^(?:[-−][ ]?{body}|{sign}[-−]{digits}{after}|\({body}\))$")
    number = pl.when(cell.str.contains(f"^{body}$")).then(written).when(minus).then("-" + written)
    other = cell + pl.lit(f" (not {value.example})")
    return (
        pl.when(is_missing(text) | is_below(text))
        .then(_NOTHING)
        .otherwise(pl.coalesce(_scaled(number.otherwise(_NOTHING), value), other))
    )


def _scaled(number: pl.Expr, value: ValueColumn) -> pl.Expr:
    if value.scale == 1:
        return number
    exact = (number.cast(pl.Decimal(38, 10), strict=False) * pl.lit(value.scale)).cast(pl.String)
    return exact.str.strip_chars_end("0").str.strip_chars_end(".")


def _figures(
    rows: pl.DataFrame, value: ValueColumn, cells: dict[str, pl.Expr], found: dict[str, str]
) -> pl.DataFrame:
    """The figures of one column; unit and basis are missing where the mapping does not say them."""
    text = pl.col(found[_plain(value.column)])
    metric = pl.lit(value.metric, pl.String) if value.metric else cells["metric"]
    counted = metric.replace_strict(METRIC_UNITS, default=None, return_dtype=pl.String)
    unit = pl.coalesce(pl.lit(value.unit, pl.String), counted, cells.get("unit", _NOTHING))
    is_money = unit.is_null() | unit.is_in(MONEY)
    money = pl.coalesce(pl.lit(value.basis, pl.String), cells.get("basis", _NOTHING))
    others = {ours: cell for ours, cell in cells.items() if ours not in ("metric", "unit", "basis")}
    return rows.select(
        "row_no",
        pl.lit(value.column).alias("value_column"),
        metric.str.to_lowercase().alias("metric"),
        plain_number(text, value).alias("value"),
        is_below(text).fill_null(False).alias("below"),
        unit.alias("unit"),
        pl.when(is_money).then(money).otherwise(pl.lit("none")).alias("basis"),
        *(cell.alias(ours) for ours, cell in others.items()),
    )


def completed(
    figures: pl.DataFrame, said: Collection[str], context: Context, *asked_too: str
) -> pl.DataFrame:
    """Every column of ours; what the file does not say is from its source, or asked, all at once.

    `figures` has row_no, value_column, metric, value, unit, basis, period as text and, of our
    others, those that are `said`. Raises Question.
    """
    unsaid = [key for key in ("unit", "basis") if figures[key].null_count() and key not in said]
    words = context.require(*(key for key in _ASKED if key not in said), *unsaid, *asked_too)
    for key in ("app", "platform", "country", "grain", "unit", "basis"):
        if word := context.word(key):
            words.setdefault(key, word)

    def column(name: str, default: str | None = None) -> pl.Expr:
        text = pl.col(name) if name in figures.columns else _NOTHING
        return text.fill_null(pl.lit(words.get(name, default), pl.String)).alias(name)

    plain = ("metric", "value", "platform", "country", "unit", "basis", "scope", "publisher")
    figures = figures.select(
        "row_no",
        "value_column",
        column("app").alias("app_id"),
        *(column(name) for name in (*plain, "address", "note", "as_of")),
        column("kind", context.source.kind),
        column("bound", "exact"),
        column("grain"),
        column("period_end"),
        pl.col("period").alias("_text"),
        *(_NOTHING.alias(name) for name in ("issuer", "quality")),
    )
    is_day = pl.col("_text").str.len_bytes() == 10
    return figures.with_columns(
        pl.when(~is_day).then(pl.col("_text")).alias("period"),
        pl.when(is_day).then(pl.col("_text")).alias("period_start"),
        pl.coalesce("period_end", _part_end()).alias("period_end"),
    ).drop("_text")


def _part_end() -> pl.Expr:
    """The day it was said, where that lies in the period: of the rest nothing is known."""
    quarters = {f"Q{number}": f"{number * 3 - 2:02}-01" for number in range(1, 5)}
    first = pl.col("_text").str.replace_many(list(quarters), list(quarters.values()))
    size = first.str.len_bytes()
    first = first + pl.when(size == 4).then(pl.lit("-01-01")).when(size == 7).then(
        pl.lit("-01")
    ).otherwise(pl.lit(""))
    start = first.str.to_date("%Y-%m-%d", strict=False)
    said = pl.col("as_of").str.to_date("%Y-%m-%d", strict=False)
    last: Any = pl.when(pl.col("grain") == "week").then(start.dt.offset_by("6d"))
    for grain, length in _MONTHS.items():
        last = last.when(pl.col("grain") == grain).then(
            start.dt.offset_by(length).dt.offset_by("-1d")
        )
    return pl.when((said >= start) & (said < last.otherwise(None))).then(pl.col("as_of"))
