"""Store reports whose rows add up to a figure: taken whole, summed exactly, or refused whole.

A sum that lacks one of its parts is a wrong number that looks like a right one. So a row that
cannot be read refuses the file, and is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import polars as pl

from ingest.formats.columns import renamed
from ingest.formats.csv_rows import csv_batches
from ingest.formats.opened import Opened
from ingest.sentences.form import Sentence, sentence
from ingest.unpack import Unreadable

#: Amounts while they are added: exact to six digits after the point.
AMOUNT = pl.Decimal(38, 6)
_PLAIN_AMOUNT = r"^-?(\d{1,18}(\.\d{1,6})?|\.\d{1,6})$"
_NAMED_ROWS = 5


def folded(column: str) -> str:
    """A column's name as names are compared: one blank between words, lower case."""
    return " ".join(column.split()).lower()


def table(opened: Opened) -> Iterator[pl.DataFrame]:
    """The rows of a report that comes as a table of text.

    Raises Unreadable for JSON and spreadsheets.
    """
    if opened.text is None or opened.text.is_json:
        raise Unreadable(
            sentence("this is no table of rows and columns, as the store's report is"),
            opened.name,
            sentence("drop the report as it was downloaded"),
        )
    return csv_batches(opened.text)


def joined(batches: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """All batches as one, for what can only be told from all rows; none when there is no row."""
    if parts := list(batches):
        yield pl.concat(parts)


def whole(
    batches: Iterable[pl.DataFrame], wanted: Mapping[str, str], dropped: Iterable[str], name: str
) -> Iterator[pl.DataFrame]:
    """All rows of a report as one batch: only the wanted columns, under their wanted names.

    `wanted` and `dropped` name the vendor's columns folded. Nothing else of the file passes this
    door: a column that is neither stays as an empty one, so that it is told but never stored.
    A repeated text costs four bytes a row, so that a large report fits into memory. Raises
    Unreadable when two columns of the file are one but for capitals and blanks.
    """
    return joined(_taken(batch, wanted, {*dropped}, name) for batch in batches)


def _taken(
    batch: pl.DataFrame, wanted: Mapping[str, str], dropped: set[str], name: str
) -> pl.DataFrame:
    names = {column: folded(column) for column in batch.columns if column != "row_no"}
    renamed(batch.select(list(names)), names, name)
    kept = _first_of_each(names, wanted)
    told = {*wanted, *dropped, *kept.values()}
    strange = [column for column, named in names.items() if named not in told]
    taken = [pl.col(column).cast(pl.Categorical).alias(new) for column, new in kept.items()]
    return batch.select("row_no", *taken, *(_nothing(column) for column in strange))


def _first_of_each(names: Mapping[str, str], wanted: Mapping[str, str]) -> dict[str, str]:
    """The file's column for each wanted name; of several with one meaning the first in `wanted`."""
    order = list(wanted)
    chosen: dict[str, str] = {}
    for column in sorted(
        (c for c in names if names[c] in wanted), key=lambda c: order.index(names[c])
    ):
        if wanted[names[column]] not in chosen.values():
            chosen[column] = wanted[names[column]]
    return chosen


def _nothing(column: str) -> pl.Expr:
    return pl.lit(None, pl.Categorical).alias(column)


def distinct(rows: pl.DataFrame) -> pl.DataFrame:
    """Equal rows as one, with how many `times` and the first of their row_no.

    A report of a million charges has some thousand different ones; only those are read as text.
    """
    columns = [column for column in rows.columns if column != "row_no"]
    return rows.group_by(columns, maintain_order=True).agg(
        pl.col("row_no").min(), pl.len().alias("times")
    )


def refuse_unread(
    rows: pl.DataFrame, must: Mapping[str, tuple[pl.Expr, Sentence]], name: str
) -> None:
    """Raise Unreadable that names the first rows in which a column is not what it must be.

    `must`: column → (what holds when it can be read, what it must be, in words).
    """
    bad = [
        rows.filter(~holds.fill_null(False)).select(
            "row_no",
            pl.lit(column).alias("column"),
            pl.col(column).str.slice(0, 60).alias("value"),
            pl.lit(words).alias("due"),
        )
        for column, (holds, words) in must.items()
    ]
    found = pl.concat(bad).sort("row_no", maintain_order=True)
    if not found.height:
        return
    shown = [_unread(row) for row in found.head(_NAMED_ROWS).iter_rows(named=True)]
    if found.height > _NAMED_ROWS:
        shown.append(sentence("and others"))
    raise Unreadable(
        sentence(
            "the rows of this report add up, and some cannot be read: {unread}",
            unread="; ".join(shown),
        ),
        name,
        sentence("export the report again; nothing of it was loaded"),
    )


def _unread(cell: dict[str, Any]) -> Sentence:
    told = {"row": cell["row_no"], "column": cell["column"], "due_words": cell["due"]}
    if cell["value"] is None:
        return sentence("row {row}: '{column}' is empty, not {due_words}", **told)
    return sentence(
        "row {row}: '{column}' is '{value}', not {due_words}", value=cell["value"], **told
    )


def is_amount(text: pl.Expr) -> pl.Expr:
    """Whether a plain number can be added exactly: at most six digits after the point."""
    return text.str.contains(_PLAIN_AMOUNT)


def added_up(parts: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    """One row a group: `value`, the exact sum of `amount` as text, and the first of its row_no."""
    return (
        parts.group_by(by, maintain_order=True)
        .agg(pl.col("row_no").min(), pl.col("amount").sum())
        .with_columns(pl.col("amount").cast(pl.String).alias("value"))
        .sort("row_no", maintain_order=True)
    )
