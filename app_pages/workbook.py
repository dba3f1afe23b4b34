"""What is taken out of a chart as a workbook of several sheets."""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from app_pages.exports import MARK, Row, Taken, cell, flat
from app_pages.language import _

WIDEST = 60


def written(taken: Taken) -> bytes:
    """A workbook: the lines, their sources, what each column means, and where all of it stood."""
    book = Workbook()
    book.remove(book.active)
    mark = f" {MARK}" if taken.illustrative else ""
    rows = [{**row, **taken.stands()} for row in taken.rows]
    _sheet(book, f"data{mark}", list(rows[0]) if rows else list(taken.stands()), rows)
    columns = ("source", "producer", "licence", "address", "covers", "illustrative")
    _sheet(book, "sources", columns, taken.sources)
    defined = [{"column": name, "meaning": text} for name, text in taken.definitions.items()]
    _sheet(book, "definitions", ("column", "meaning"), defined)
    told = [{"about": _(name), "this file": text} for name, text in taken.told().items()]
    _sheet(book, "about", ("about", "this file"), told)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _sheet(book: Workbook, title: str, columns: Iterable[str], rows: Iterable[Row]) -> None:
    sheet = book.create_sheet(title)
    names = list(columns)
    sheet.append(names)
    for heading in sheet[1]:
        heading.font = Font(bold=True)
    for row in rows:
        sheet.append([_cell(row.get(name)) for name in names])
    sheet.freeze_panes = "A2"
    for column in sheet.columns:
        longest = max(len(str(each.value or "")) for each in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, WIDEST)


def _cell(value: Any) -> Any:
    """A value that a workbook can hold: no formula, no control character, no time zone."""
    value = flat(value)
    if isinstance(value, str):
        return cell(ILLEGAL_CHARACTERS_RE.sub("", value))
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value
