"""Any CSV file as batches of text columns, each row with its number in the file.

Polars reads; what it would pass over in silence is found and refused before it does, with the row:
how the file is built by csv_shape, what its header and its rows say that a table's would not here.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import NoReturn

import polars as pl

from ingest.content import Text
from ingest.formats.csv_shape import first_flaw, has_quoted_cells
from ingest.sentences.form import Sentence, sentence
from ingest.unpack import Unreadable

BATCH_ROWS = 400_000
MOST_COLUMNS = 500
LONGEST_FIELD = 1024 * 1024

#: No column is named so; but the year, month or day of a wide table may be.
_NUMBER = re.compile(r"[-+(]?\W?\d[\d.,]*%?\)?")
_DATE = re.compile(r"(19|20)\d\d(\d\d){0,2}")
_HEADER_FIRST = sentence(
    "delete titles above and notes beside the table, so that its header is row 1 and names"
    " each column"
)
_DOUBLE_QUOTES = sentence("quote values with \", not with '")


def csv_batches(text: Text) -> Iterator[pl.DataFrame]:
    """Batches of String columns as in the file, plus `row_no` (the header is row 1).

    Rows of blanks only are left out, and columns that are blank from their name down. Raises
    Unreadable naming the row.
    """
    header = read_header(text)
    quoted = text.quotes > 0 and not _quotes_are_letters(text)
    _refuse_misshapen(text, len(header), quoted)
    scan = pl.scan_csv(
        text.path,
        infer_schema=False,
        empty_string_is_null=False,
        row_index_name="row_no",
        row_index_offset=2,
        glob=False,
        separator=text.delimiter,
        quote_char='"' if quoted else None,
    )
    try:
        for batch in scan.collect_batches(chunk_size=BATCH_ROWS, maintain_order=True):
            batch = _without_blank_rows(_named(batch, header, text.name))
            _refuse_second_header(batch, text.name)
            _refuse_apostrophes(batch, text.name)
            yield _folded(batch)
    except pl.exceptions.PolarsError as error:
        _refuse_misshapen(text, len(header), quoted, sure=False)
        why = str(error).splitlines()[0]
        raise Unreadable(
            sentence("a row cannot be read: {why}", why=why),
            text.name,
            sentence("export the file again; nothing of it was loaded"),
        ) from error


def read_header(text: Text) -> list[str]:
    """The column names, trimmed; empty where there is none.

    Raises Unreadable for too many, for one alone, for one used twice, and for what is no name.
    """
    with text.path.open(encoding="utf-8", newline="") as handle:
        csv.field_size_limit(LONGEST_FIELD)
        try:
            header = [
                name.strip() for name in next(csv.reader(handle, delimiter=text.delimiter), [])
            ]
        except csv.Error as error:
            raise Unreadable(
                sentence("row 1 cannot be read: {why}", why=error),
                text.name,
                sentence("export the file again; nothing of it was loaded"),
            ) from error
    if problem := _no_header(header):
        _refuse_row(1, *problem, text.name)
    return header


def _refuse_row(row: int, flaw: Sentence, fix: Sentence, name: str) -> NoReturn:
    raise Unreadable(
        sentence("row {row} {flaw}", row=f"{row:,}", flaw=flaw),
        name,
        _not_loaded(fix),
    )


def _not_loaded(fix: Sentence) -> Sentence:
    return sentence("{fix}; nothing was loaded", fix=fix)


def _no_header(header: list[str]) -> tuple[Sentence, Sentence] | None:
    """Why these cells cannot be the names of a table's columns, and what to do."""
    named = [name for name in header if name]
    if not named:
        return sentence("is empty"), _HEADER_FIRST
    if len(header) > MOST_COLUMNS:
        return (
            sentence(
                "names {n} columns; no format of ours has over {most}",
                n=f"{len(header):,}",
                most=MOST_COLUMNS,
            ),
            sentence("check that this is the file you meant"),
        )
    if len(header) == 1:
        return (
            sentence(
                "is one cell, {value}: no comma, tab or semicolon parts it into columns",
                value=_shown(header[0]),
            ),
            sentence("save the file with commas between its columns, its header in row 1"),
        )
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        listed = ", ".join(map(_shown, twice))
        return (
            sentence("names {columns} more than once", columns=listed),
            sentence("keep one column of each name"),
        )
    for name in named:
        if _NUMBER.fullmatch(name) and not _DATE.fullmatch(name):
            return (
                sentence("holds the number {value} where a column is named", value=_shown(name)),
                sentence("write the names of the columns above the first row"),
            )
        if len(name) > 1 and name[0] == name[-1] == "'":
            apart = sentence("names a column {value}, in apostrophes", value=_shown(name))
            return apart, _DOUBLE_QUOTES
    return None


def _shown(name: str) -> str:
    return "'" + name[:60] + "'"


def _quotes_are_letters(text: Text) -> bool:
    """Whether no cell of a file parted by tabs is quoted: titles stand there as they are."""
    return text.delimiter == "\t" and not has_quoted_cells(text.path, text.delimiter)


def _refuse_misshapen(text: Text, width: int, quoted: bool, sure: bool = True) -> None:
    """Refuse the first row that is not built like the header.

    Without quotes and bare returns the delimiters of the file tell whether all rows are even: only
    when they do not add up, or when a reader complained (not `sure`), must each row be looked at.
    """
    even = text.separators == text.lines * (width - 1)
    if sure and even and not quoted and not text.bare_returns:
        return
    if flaw := first_flaw(text.path, text.delimiter, width, quoted):
        _refuse_row(*flaw, text.name)


def _named(batch: pl.DataFrame, header: list[str], name: str) -> pl.DataFrame:
    """The batch with the names of the header, without columns that have none and say nothing."""
    columns = batch.columns[1:]
    for column in [column for column, named in zip(columns, header, strict=True) if not named]:
        said = batch.filter(pl.col(column).str.strip_chars() != "")
        if said.height:
            number, value = said["row_no"][0], said[column][0]
            raise Unreadable(
                sentence(
                    "row {row} has {value} in column {place_no}, which row 1 does not name",
                    row=f"{number:,}",
                    value=_shown(value),
                    place_no=columns.index(column) + 1,
                ),
                name,
                _not_loaded(_HEADER_FIRST),
            )
    return batch.select(
        "row_no",
        *(
            pl.col(column).alias(named)
            for column, named in zip(columns, header, strict=True)
            if named
        ),
    )


def _without_blank_rows(batch: pl.DataFrame) -> pl.DataFrame:
    """The rows that say anything; a first column filled throughout spares a look at the others."""
    if (batch.to_series(1).str.strip_chars() != "").all(ignore_nulls=False):
        return batch
    return batch.filter(pl.any_horizontal(pl.exclude("row_no").str.strip_chars() != ""))


def _refuse_second_header(batch: pl.DataFrame, name: str) -> None:
    """Refuse a row that says the header again: two tables, or two files, one below the other."""
    columns = batch.columns[1:]
    again = batch.filter(pl.col(columns[0]).str.strip_chars() == columns[0])
    if again.height:
        same = [pl.col(column).str.strip_chars() == column for column in columns]
        again = again.filter(pl.all_horizontal(same))
    if again.height:
        raise Unreadable(
            sentence(
                "row {row} says the header again, as a second table would",
                row=f"{again['row_no'][0]:,}",
            ),
            name,
            _not_loaded(sentence("keep one table a file, with one header")),
        )


def _refuse_apostrophes(batch: pl.DataFrame, name: str) -> None:
    """Refuse a column whose every value stands in apostrophes: another program's quotes."""
    if not batch.height:
        return
    first = batch.row(0, named=True)
    for column in batch.columns[1:]:
        if not _APOSTROPHES.fullmatch(first[column] or ""):
            continue
        bare = pl.col(column).str.strip_chars()
        other = ~(bare.str.starts_with("'") & bare.str.ends_with("'")) & (bare != "")
        if batch.filter(other).is_empty():
            raise Unreadable(
                sentence(
                    "row {row} has {value} in column '{column}', in apostrophes like each"
                    " value below it",
                    row=f"{first['row_no']:,}",
                    value=first[column][:60],
                    column=column,
                ),
                name,
                _not_loaded(_DOUBLE_QUOTES),
            )


_APOSTROPHES = re.compile(r"\s*'.+'\s*", re.DOTALL)


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
