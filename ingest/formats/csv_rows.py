"""Any CSV file as batches of text columns, each row with its number in the file.

Polars reads; what it would pass over in silence (a short row, a column named twice, a quote that
never closes) is found and refused here, with the row.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

import polars as pl

from ingest.content import Text
from ingest.unpack import Unreadable

BATCH_ROWS = 400_000
MOST_COLUMNS = 500
LONGEST_FIELD = 1024 * 1024


def csv_batches(text: Text) -> Iterator[pl.DataFrame]:
    """Batches of String columns as in the file, plus `row_no` (the header is row 1).

    Rows of blanks only are left out. Raises Unreadable naming the row.
    """
    header = read_header(text)
    _refuse_uneven_rows(text, len(header))
    scan = pl.scan_csv(
        text.path,
        infer_schema=False,
        empty_string_is_null=False,
        row_index_name="row_no",
        row_index_offset=2,
        glob=False,
        separator=text.delimiter,
    )
    try:
        for batch in scan.collect_batches(chunk_size=BATCH_ROWS, maintain_order=True):
            filled = _without_blank_rows(batch)
            yield _folded(filled.rename(dict(zip(batch.columns[1:], header, strict=True))))
    except pl.exceptions.PolarsError as error:
        raise _malformed(text, len(header), str(error)) from error


def _without_blank_rows(batch: pl.DataFrame) -> pl.DataFrame:
    """The rows that say anything; a first column filled throughout spares a look at the others."""
    if (batch.to_series(1).str.strip_chars() != "").all(ignore_nulls=False):
        return batch
    return batch.filter(pl.any_horizontal(pl.exclude("row_no").str.strip_chars() != ""))


def _folded(batch: pl.DataFrame) -> pl.DataFrame:
    """The batch with each column of one repeated text kept once: what follows costs next to
    nothing for it, and most feeds repeat their unit, basis and day in every row.
    """
    if not batch.height:
        return batch
    repeated = [
        pl.lit(batch[column][0], pl.String).alias(column)
        for column in batch.columns[1:]
        if (batch[column] == batch[column][0]).all()
    ]
    return batch.with_columns(repeated)


def read_header(text: Text) -> list[str]:
    """The column names, trimmed.

    Raises Unreadable when there are too many, a name is missing, or one is used twice.
    """
    with text.path.open(encoding="utf-8", newline="") as handle:
        csv.field_size_limit(LONGEST_FIELD)
        try:
            header = [
                name.strip() for name in next(csv.reader(handle, delimiter=text.delimiter), [])
            ]
        except csv.Error as error:
            raise Unreadable(f"row 1 cannot be read: {error}", text.name, _EXPORT_AGAIN) from error
    if len(header) > MOST_COLUMNS:
        raise Unreadable(
            f"row 1 names {len(header):,} columns; no format of ours has over {MOST_COLUMNS}",
            text.name,
            "check that this is the file you meant",
        )
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        named = ", ".join(f"'{name}'" for name in twice)
        raise Unreadable(
            f"row 1 names {named} more than once", text.name, "keep one column of each name"
        )
    return header


_EXPORT_AGAIN = "export the file again; nothing of it was loaded"


def _refuse_uneven_rows(text: Text, width: int) -> None:
    """Refuse rows with fewer or more fields than the header.

    Without quotes the delimiters of the file tell whether all rows are even: only when they do not
    add up, or when there are quotes, does the slow exact look at each row pay.
    """
    if not text.quotes and text.separators == text.lines * (width - 1):
        return
    if uneven := _uneven_row(text, width):
        raise uneven


def _uneven_row(text: Text, width: int) -> Unreadable | None:
    """What is wrong with the first row that does not fit the header, from an exact look at all."""
    csv.field_size_limit(LONGEST_FIELD)
    number = 0
    with text.path.open(encoding="utf-8", newline="") as handle:
        try:
            for number, row in enumerate(
                csv.reader(handle, delimiter=text.delimiter, strict=True), start=1
            ):
                if row and len(row) != width:
                    return Unreadable(
                        f"row {number:,} has {len(row)} fields where the header has {width}",
                        text.name,
                        "quote values that hold a comma, and write every field; nothing was loaded",
                    )
        except csv.Error as error:
            return Unreadable(
                f"row {number + 1:,} cannot be read: {error}", text.name, _EXPORT_AGAIN
            )
    return None


def _malformed(text: Text, width: int, complaint: str) -> Unreadable:
    """The reason a file cannot be read, with the row where an exact look finds it."""
    found = _uneven_row(text, width)
    reason = "a row cannot be read: " + complaint.splitlines()[0]
    return found or Unreadable(reason, text.name, _EXPORT_AGAIN)
