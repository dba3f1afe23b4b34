"""Files of exactly what a chart shows, with where each figure comes from, safe in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

Row = dict[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")
WIDEST = 60
MARK = "ILLUSTRATIVE"


@dataclass(frozen=True)
class Taken:
    """What is taken out of a chart: its lines, what their columns mean, and where it stood."""

    name: str
    title: str
    note: str
    rows: Sequence[Row]
    definitions: Mapping[str, str]
    sources: Sequence[Row]
    knowledge_date: date | None
    today: date
    version: str
    link: str = ""
    about: Mapping[str, str] = field(default_factory=dict)

    @property
    def illustrative(self) -> bool:
        """Whether any line of it is invented."""
        return any(row.get("illustrative") for row in self.rows)

    def file_name(self, ending: str) -> str:
        """A name that says what is in it, and that it is invented where it is."""
        safe = re.sub(r"[^A-Za-z0-9_-]+", "-", self.name).strip("-")
        mark = f"_{MARK.lower()}" if self.illustrative else ""
        return f"{safe}{mark}.{ending}"

    def stands(self) -> Row:
        """From when and from which data it is; the same words in every kind of file."""
        known = self.knowledge_date.isoformat() if self.knowledge_date else ""
        return {"known_on": known, "version": self.version}

    def told(self) -> dict[str, str]:
        """The lines about the whole file: what, as of when, from what, and where to see it."""
        said = [row["as_of"] for row in self.rows if row.get("as_of")]
        known = self.knowledge_date or self.today
        return {
            "title": self.title,
            "what it shows": self.note,
            "illustrative": "yes, some figures are invented" if self.illustrative else "no",
            "newest figure said": max(said).isoformat() if said else "",
            "knowledge date": f"{known}" + ("" if self.knowledge_date else " (today, not fixed)"),
            "warehouse version": self.version,
            "rows": str(len(self.rows)),
            "link to the view": self.link,
            **self.about,
        }


def cell(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers."""
    if not isinstance(value, str) or not value.startswith(FORMULA_STARTS):
        return value
    return value if NUMBER.fullmatch(value) else f"'{value}"


def csv_bytes(taken: Taken) -> bytes:
    """The lines as CSV, each with the knowledge date and the warehouse version they come from."""
    columns = [*taken.rows[0], *taken.stands()] if taken.rows else list(taken.stands())
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in taken.rows:
        writer.writerow([cell(_flat(value)) for value in {**row, **taken.stands()}.values()])
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(taken: Taken) -> bytes:
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
    told = [{"about": name, "this file": text} for name, text in taken.told().items()]
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
    value = _flat(value)
    if isinstance(value, str):
        return cell(ILLEGAL_CHARACTERS_RE.sub("", value))
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _flat(value: Any) -> Any:
    return "; ".join(map(str, value)) if isinstance(value, list) else value
