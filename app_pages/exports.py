"""CSV of exactly what a chart shows, with where each figure comes from, safe in a spreadsheet."""

import csv
import io
import re
from datetime import date
from typing import Any

Row = dict[str, Any]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def cell(value: Any) -> Any:
    """A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay numbers."""
    if not isinstance(value, str) or not value.startswith(FORMULA_STARTS):
        return value
    return value if NUMBER.fullmatch(value) else f"'{value}"


def csv_bytes(rows: list[Row], knowledge_date: date | None, version: str) -> bytes:
    """The rows as CSV, each with the knowledge date and the warehouse version they come from."""
    known = {"known_on": knowledge_date.isoformat() if knowledge_date else "", "version": version}
    columns = [*rows[0], *known] if rows else list(known)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(value) for value in {**row, **known}.values()])
    return text.getvalue().encode("utf-8-sig")
