"""The one table of an .xlsx workbook as CSV text, so that every format reads it like any file.

A number is what the sheet shows at full width (15 digits), a date what its cell shows: a month
stays a month. What could stand for two things (several sheets, merged cells, a formula without its
result, a title above the header) is refused with its place.
"""

from __future__ import annotations

import csv
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError, iterparse

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from ingest.formats.csv_rows import MOST_COLUMNS
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable, is_damage, refuse_oversized

#: Unpacked, for the reader keeps all texts of a workbook in memory.
LARGEST_WORKBOOK = 512 * 1024**2
MOST_ROWS = 1_048_576

_DAMAGED = (
    *(AttributeError, EOFError, IndexError, InvalidFileException, KeyError, ParseError),
    *(RuntimeError, TypeError, ValueError, zipfile.BadZipFile, zlib.error),
)
#: What a number format quotes, escapes or puts in brackets; and its further sections.
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\[[^\]]*\]|;.*')


def table_as_csv(landed: Path, name: str, target: Path, most_rows: int | None = None) -> None:
    """Write the one table of the workbook to `target` as CSV, row by row as the sheet has them.

    Only the first `most_rows` where given, without a look at the others. Raises Unreadable.
    """
    refuse_oversized(landed, name, LARGEST_WORKBOOK)
    with landed.open("rb") as handle:
        try:
            book = load_workbook(handle, read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets if most_rows is None else ():
                if sheet.sheet_state == "visible":
                    _refuse_doubtful_cells(landed, sheet, name)
            table = _rows(_only_sheet(book, name), name)
            _write(islice(table, most_rows), target, name)
        except (*_DAMAGED, OSError) as error:
            if isinstance(error, OSError) and not is_damage(error):
                raise
            raise Unreadable(
                sentence(
                    "the workbook is damaged or not one of Excel's: {kind} {why}",
                    kind=type(error).__name__,
                    why=error,
                ),
                name,
                sentence("save it again from a spreadsheet program, or save its table as CSV"),
            ) from error


def _only_sheet(book: Any, name: str) -> Any:
    """The one visible sheet that holds anything."""
    holding = []
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # what a file says of its size may be wrong
        if any(cell.value is not None for row in sheet.iter_rows() for cell in row):
            holding.append(sheet)
    visible = [sheet for sheet in holding if sheet.sheet_state == "visible"]
    if len(visible) == 1:
        return visible[0]
    listed = ", ".join(repr(sheet.title) for sheet in visible or holding)
    if visible:
        raise Unreadable(
            sentence("{n} sheets hold something: {sheets}", n=len(visible), sheets=listed),
            name,
            sentence("save the one that is meant as a workbook of its own"),
        )
    raise Unreadable(
        sentence("no sheet in sight holds anything; only hidden ones do: {sheets}", sheets=listed)
        if holding
        else sentence("no sheet in sight holds anything"),
        name,
        sentence("show the sheet of the table, save again"),
    )


def _refuse_doubtful_cells(landed: Path, sheet: Any, name: str) -> None:
    """Refuse merged cells, and formulas whose result was never computed."""
    with zipfile.ZipFile(landed) as archive, archive.open(sheet._worksheet_path) as xml:
        for _event, element in iterparse(xml):
            tag = element.tag.rpartition("}")[2]
            if tag == "mergeCell":
                raise Unreadable(
                    sentence(
                        "sheet {sheet}: the cells {cells} are merged",
                        sheet=repr(sheet.title),
                        cells=element.get("ref"),
                    ),
                    name,
                    sentence("undo the merge and write the value into each cell it is meant for"),
                )
            if tag == "c" and _is_uncomputed(element):
                raise Unreadable(
                    sentence(
                        "sheet {sheet}: cell {cell} holds a formula without its result",
                        sheet=repr(sheet.title),
                        cell=element.get("r"),
                    ),
                    name,
                    sentence(
                        "open the workbook in a spreadsheet program and save it, or paste values"
                    ),
                )
            if tag in ("c", "row"):
                element.clear()


def _is_uncomputed(cell: Any) -> bool:
    parts = {part.tag.rpartition("}")[2]: part for part in cell}
    if "f" not in parts or (cell.get("t") == "str" and "v" in parts):
        return False
    return "v" not in parts or not (parts["v"].text or "").strip()


def _rows(sheet: Any, name: str) -> Iterator[list[str]]:
    """The header, then each row of the sheet under it; blank ones stay, for rows are counted."""
    rows = sheet.iter_rows()
    header = [" ".join(_text(cell).split()) for cell in next(rows)]
    named = [place for place, column in enumerate(header) if column]
    if not named:
        raise Unreadable(sentence("row 1 is empty"), name, _HEADER_FIRST)
    if len(named) > MOST_COLUMNS:
        raise Unreadable(
            sentence(
                "row 1 names {n} columns; no format of ours has over {most}",
                n=f"{len(named):,}",
                most=MOST_COLUMNS,
            ),
            name,
            sentence("check that this is the file you meant"),
        )
    yield [header[place] for place in named]
    for number, row in enumerate(rows, start=2):
        texts = [_text(cell) for cell in row]
        for place, text in enumerate(texts):
            if text.strip() and (place >= len(header) or not header[place]):
                letter = get_column_letter(place + 1)
                raise Unreadable(
                    sentence(
                        "row {row} has {value} in column {column}, which row 1 does not name"
                        " (row 1 begins with {begin})",
                        row=f"{number:,}",
                        value=repr(text[:40]),
                        column=letter,
                        begin=repr(header[named[0]][:40]),
                    ),
                    name,
                    _HEADER_FIRST,
                )
        if number > MOST_ROWS:
            raise Unreadable(
                sentence("it has more than {most} rows", most=f"{MOST_ROWS:,}"),
                name,
                sentence("save it as CSV"),
            )
        yield [texts[place] if place < len(texts) else "" for place in named]


_HEADER_FIRST = sentence(
    "delete titles above and notes beside the table, so that its header is row 1"
)


def _write(rows: Iterable[list[str]], target: Path, name: str) -> None:
    with target.open("w", encoding="utf-8", newline="") as handle:
        # The writer quotes the letters its rows end in: both kinds of line break.
        every = csv.writer(handle, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        needed = csv.writer(handle, lineterminator="\r\n")
        for number, row in enumerate(rows):
            try:
                (needed if number else every).writerow(row)
            except UnicodeEncodeError as error:
                raise Unreadable(
                    sentence("row {row} holds half a character", row=f"{number + 1:,}"),
                    name,
                    sentence("write it again"),
                ) from error


def _text(cell: Any) -> str:
    """What the cell says, as the text a CSV file would have for it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return format(Decimal(f"{value:.15g}") + 0, "f")
    if isinstance(value, date):
        return _shown_date(value, cell.number_format)
    return str(value)


def _shown_date(value: date, number_format: str) -> str:
    """2026-10-31; 2026-10 or 2026 where the cell shows no day and the date is a first one."""
    shown = _NOT_SHOWN.sub("", number_format).lower()
    if isinstance(value, datetime) and value.time() != datetime.min.time():
        return value.isoformat(sep=" ", timespec="seconds")
    text = value.strftime("%Y-%m-%d")
    if "d" in shown or "y" not in shown:
        return text
    if "m" in shown:
        return text.removesuffix("-01")
    return text.removesuffix("-01-01")
