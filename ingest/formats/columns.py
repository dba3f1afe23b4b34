"""What every format does with columns: trim, fill from the source, see which are unknown."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

import polars as pl

from ingest.config_keys import nearest
from ingest.sentences.form import Sentence, joined, sentence
from ingest.unpack import Unreadable


def trimmed(rows: pl.DataFrame) -> pl.DataFrame:
    """Text columns without blanks at their ends; what is blank becomes missing."""
    stripped = rows.with_columns(pl.col(pl.String).str.strip_chars())
    empty = stripped.select((pl.col(pl.String).str.len_bytes() == 0).any())
    blank = [column for column in empty.columns if empty[column][0]]
    text = pl.col(blank)
    return stripped.with_columns(pl.when(text != "").then(text)) if blank else stripped


def renamed(rows: pl.DataFrame, names: Mapping[str, str], name: str) -> pl.DataFrame:
    """The rows with their columns under new names; a column without one keeps its own.

    Raises Unreadable when two columns would become one: neither is chosen.
    """
    meant = {column: names.get(column, column) for column in rows.columns}
    for new in meant.values():
        same = [column for column, other in meant.items() if other == new]
        if len(same) > 1:
            raise Unreadable(
                sentence(
                    "the columns {columns} all mean '{meaning}'",
                    columns=", ".join(same),
                    meaning=new,
                ),
                name,
                sentence("keep one of them"),
            )
    return rows.rename(meant)


def filled(rows: pl.DataFrame, column: str, default: str | None) -> pl.Expr:
    """The column, with the source's word where a row has none."""
    if column not in rows.columns:
        return pl.lit(default, dtype=pl.String).alias(column)
    return pl.col(column).fill_null(pl.lit(default, dtype=pl.String)).alias(column)


def refuse_missing(present: Collection[str], needed: Collection[str], name: str) -> None:
    """Raise Unreadable when the file lacks a column without which no row means anything."""
    missing = [column for column in needed if column not in present]
    if not missing:
        return
    asked = ", ".join(f"'{column}'" for column in missing)
    others = [column for column in present if column != "row_no"]
    hints = joined(
        sentence("for '{column}': {hint}", column=column, hint=_hint(column, others))
        for column in missing
    )
    raise Unreadable(
        sentence("the file has no column {columns}", columns=asked),
        name,
        sentence("add it ({hints})", hints=hints),
    )


def _hint(column: str, others: Collection[str]) -> Sentence:
    """The column of the file that is nearest to a missing one, else what columns it has."""
    near = nearest(column, others)
    found = re.fullmatch(r"did you mean '(.*)'\?", near, re.DOTALL)
    if found:
        return sentence("did you mean '{other}'?", other=found[1])
    return sentence("known: {words}", words=near.removeprefix("known: "))


def unknown(present: Collection[str], known: Collection[str]) -> list[str]:
    """Columns that the format does not know, in the file's order."""
    return [column for column in present if column not in known and column != "row_no"]
