"""Cells of Sensor Tower's API: whole numbers, cents, days; and figures made of several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from ingest.sentences import rules
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

DEVICES = {"iphone": "iPhone", "ipad": "iPad", "android": "Android"}

_MIDNIGHT = ["", "T00:00:00Z", "T00:00:00.000Z", "T00:00:00+00:00", "T00:00:00", " 00:00:00"]


@dataclass(frozen=True)
class Figure:
    """One figure that a row of the file states: the sum of its cells."""

    metric: str
    platform: str
    cells: tuple[str, ...]  # names in the file
    parts: tuple[str, ...] = ()  # cells whose sum it must be, where they are stated
    note: str | None = None

    @property
    def is_money(self) -> bool:
        """Whether the cells are US cents."""
        return self.metric == "revenue"


def day(text: pl.Expr) -> pl.Expr:
    """A day of a midnight in UTC; anything else stays as written, and is refused."""
    return pl.when(text.str.slice(10).is_in(_MIDNIGHT)).then(text.str.head(10)).otherwise(text)


def statements(
    rows: pl.DataFrame, described: pl.DataFrame, figures: Sequence[Figure], name: str
) -> pl.DataFrame:
    """`described`, row by row, once for each figure that the row states, with its value and words.

    `rows` has the cells as text. Money comes out in US dollars. A missing cell is no figure, and is
    named in the note of a sum it is missing from. What is no whole number stands in the value as
    the rule that it breaks. Raises Unreadable when the file `name` has rows without any of them.
    """
    asked = [cell for figure in figures for cell in figure.cells]
    if not set(asked) & set(rows.columns):
        raise Unreadable(
            sentence("the rows have none of the figures {figures}", figures=", ".join(asked)),
            name,
            sentence(
                "name the format that is meant as `format` of its source in config/sources.toml"
            ),
        )
    cells = {cell for figure in figures for cell in (*figure.cells, *figure.parts)}
    numbers = rows.select([_whole(rows[cell]) for cell in sorted(cells) if cell in rows.columns])
    stated = [_stated(rows, numbers, described, figure) for figure in figures]
    return pl.concat([frame for frame in stated if frame is not None])


def _whole(cell: pl.Series) -> pl.Series:
    """The integers a column says; missing where it says none. 12.0 is 12."""
    number = cell.cast(pl.Int64, strict=False)
    if number.null_count() == cell.null_count():
        return number
    return cell.str.replace(r"^(-?\d+)\.0+$", "${1}").cast(pl.Int64, strict=False)


def _stated(
    rows: pl.DataFrame, numbers: pl.DataFrame, described: pl.DataFrame, figure: Figure
) -> pl.DataFrame | None:
    cells = [cell for cell in figure.cells if cell in rows.columns]
    if not cells:
        return None
    total = numbers.select(pl.sum_horizontal(cells)).to_series()
    text = _dollars(total) if figure.is_money else total.cast(pl.String)
    stated = rows.select(pl.any_horizontal(pl.col(cells).is_not_null())).to_series()
    whole = described.with_columns(
        value=_with_faults(text, rows, numbers, figure, cells),
        note=_note(rows, numbers, figure, cells),
        metric=pl.lit(figure.metric),
        platform=pl.lit(figure.platform),
        unit=pl.lit("USD" if figure.is_money else _UNITS.get(figure.metric, "users")),
        basis=pl.lit("net_of_store" if figure.is_money else "none"),
        value_column=pl.lit(" + ".join(cells)),
    )
    return whole if stated.all() else whole.filter(stated)


_UNITS = {"downloads": "downloads"}


def _dollars(cents: pl.Series) -> pl.Series:
    """Cents as dollars with two places, digit by digit."""
    digits = cents.abs().cast(pl.String).str.zfill(3)
    size = digits.str.len_bytes().cast(pl.Int64)
    dollars = digits.str.slice(0, size - 2) + "." + digits.str.slice(-2)
    return (
        dollars
        if not (cents < 0).any()
        else pl.select(pl.when(cents < 0).then("-" + dollars).otherwise(dollars)).to_series()
    )


def _with_faults(
    text: pl.Series, rows: pl.DataFrame, numbers: pl.DataFrame, figure: Figure, cells: list[str]
) -> pl.Series:
    """The value, or the rule it breaks with what was written."""
    unread = [cell for cell in cells if numbers[cell].null_count() > rows[cell].null_count()]
    whole = rules.WHOLE_CENTS() if figure.is_money else rules.WHOLE_NUMBER()
    for cell in unread:
        rule = pl.format(whole + ": {}", rows[cell])
        bad = numbers[cell].is_null() & rows[cell].is_not_null()
        text = pl.select(pl.when(bad).then(rule).otherwise(text)).to_series()
    parts = [part for part in figure.parts if part in rows.columns]
    if not parts or unread:
        return text
    expected = numbers.select(pl.sum_horizontal(parts)).to_series()
    known = numbers.select(pl.any_horizontal(pl.col(parts).is_not_null())).to_series()
    differs = known & (expected != numbers[cells[0]])
    if not differs.any():
        return text
    told = {"cells": ", ".join(parts), "n": "{}"}
    form = rules.SUM_OF_CENTS if figure.is_money else rules.SUM
    rule = pl.format(form(metric=figure.metric, **told) + ": {}", expected, numbers[cells[0]])
    return pl.select(pl.when(differs).then(rule).otherwise(text)).to_series()


def _note(
    rows: pl.DataFrame, numbers: pl.DataFrame, figure: Figure, cells: list[str]
) -> pl.Series | pl.Expr:
    """What is missing from a sum, or nowhere more than 0, and how to take it.

    ingest/proofs/devices.sql holds these words against those of files before.
    """
    missing: list[pl.Expr] = []
    for cell in figure.cells if len(figure.cells) > 1 else ():
        said = pl.lit(f"no {_device(cell)} figure in the file")
        if cell not in cells:
            missing.append(said)
        elif rows[cell].null_count():
            missing.append(pl.when(pl.lit(rows[cell]).is_null()).then(said))
        elif numbers[cell].max() == 0 and any(numbers[other].sum() for other in cells):
            missing.append(pl.lit(f"every {_device(cell)} figure in the file is 0"))
    if not missing:
        return pl.lit(figure.note, pl.String)
    note = pl.concat_str(
        [*missing, pl.lit(figure.note, pl.String)], separator="; ", ignore_nulls=True
    )
    return pl.when(note != "").then(note)


def _device(cell: str) -> str:
    short = (
        {"i": "iphone", "a": "ipad"}.get(cell[:1], "") if len(cell) == 2 else cell.partition("_")[0]
    )
    return DEVICES.get(short, cell)
