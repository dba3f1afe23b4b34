"""An answer as the bytes of a file: CSV, Parquet or a sheet, with every digit it has."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pyarrow.parquet as pq

from warehouse.asking.answer import Answer
from warehouse.asking.not_answered import NotAnswered

ROWS_OF_A_SHEET = 1_048_576
LETTERS_OF_A_CELL = 32_767
_NOT_IN_A_SHEET = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TABLE = re.compile(r"(\w+\.)?\w+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def whole(table: str) -> str:
    """The query for all of a table, named with or without its schema."""
    if not _TABLE.fullmatch(table):
        raise NotAnswered("refused", f"{table!r} is no table's name", "For example: growth.")
    return "from " + ".".join(f'"{part}"' for part in table.split("."))


def as_csv(answer: Answer) -> bytes:
    """A header and a line a row, in UTF-8 as spreadsheets know it; what is missing is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(answer.columns)
    for row in answer.rows():
        writer.writerow(["" if value is None else _harmless(_text(value)) for value in row])
    return text.getvalue().encode("utf-8-sig")


def as_parquet(answer: Answer) -> bytes:
    """The columns with their types; the version and the day are among its metadata."""
    table = answer.table()
    known_on = answer.knowledge_date.isoformat() if answer.knowledge_date else ""
    about = {"version": answer.version, "known_on": known_on, **(table.schema.metadata or {})}
    sink = io.BytesIO()
    pq.write_table(table.replace_schema_metadata(about), sink)
    return sink.getvalue()


def as_xlsx(answer: Answer) -> bytes:
    """One sheet; numbers and days are such, everything else is text and never a formula."""
    if answer.row_count >= ROWS_OF_A_SHEET:
        raise NotAnswered(
            "failed", f"A sheet holds {ROWS_OF_A_SHEET - 1:,} rows", "Take CSV or Parquet."
        )
    from openpyxl import Workbook  # here: it takes longer to load than most questions to answer

    book = Workbook(write_only=True)
    sheet = book.create_sheet("answer")
    sheet.append([_cell(name) for name in answer.columns])
    for row in answer.rows():
        sheet.append([_cell(value) for value in row])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


WRITERS: dict[str, Callable[[Answer], bytes]] = {
    "csv": as_csv,
    "parquet": as_parquet,
    "xlsx": as_xlsx,
}


def _text(value: Any) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _harmless(text: str) -> str:
    """A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay."""
    if not text.startswith(_FORMULA) or _NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def _cell(value: Any) -> Any:
    if isinstance(value, datetime) and value.tzinfo:
        return value.isoformat()  # a sheet's moments have no zone
    if value is None or isinstance(value, (bool, int, float, Decimal, date, time)):
        return value
    return _NOT_IN_A_SHEET.sub("", _harmless(_text(value)))[:LETTERS_OF_A_CELL]
