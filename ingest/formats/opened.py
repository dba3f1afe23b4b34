"""A landed file opened far enough to see which format it has: its text, header, first value."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ingest.content import Text, read_head, read_text
from ingest.unpack import is_spreadsheet

HEAD_CHARACTERS = 256 * 1024
LARGEST_DOCUMENT = 64 * 1024 * 1024
#: Rows of a spreadsheet that tell its format.
FIRST_ROWS = 20


@dataclass(frozen=True)
class Opened:
    """One landed file; everything a format may look at to say whether it is its own."""

    landed: Path  # the bytes as they came
    name: str  # the file's own name, which may say a period or countries, never a format
    work: Path  # a folder for copies, gone when the file is read
    text: Text  # its content as clean UTF-8; of a spreadsheet its table as CSV
    is_spreadsheet: bool = False

    @cached_property
    def head(self) -> str:
        """The first characters of the text."""
        with self.text.path.open(encoding="utf-8", newline="") as handle:
            return handle.read(HEAD_CHARACTERS)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The trimmed names in the first row of a table; empty for JSON."""
        if self.text.is_json:
            return ()
        lines = io.StringIO(self.head.lstrip(), newline="")
        try:
            header = next(csv.reader(lines, delimiter=self.text.delimiter), [])
        except csv.Error:
            return ()
        return tuple(name.strip() for name in header)

    @cached_property
    def first(self) -> Any:
        """The first element of a JSON array, the first object of JSON Lines, or the whole of one
        object that stands alone; None when there is none, or a document is too large.
        """
        if not self.text.is_json:
            return None
        start = self.head.lstrip()
        try:
            inner = start[1:].lstrip() if start.startswith("[") else start
            value, _end = json.JSONDecoder().raw_decode(inner)
            return value
        except (ValueError, RecursionError):
            return self._document() if start.startswith("{") else None

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of `first` when it is an object."""
        return frozenset(self.first) if isinstance(self.first, dict) else frozenset()

    @property
    def is_array(self) -> bool:
        """Whether the text is a JSON array."""
        return self.text.first == "["

    def _document(self) -> Any:
        if self.text.path.stat().st_size > LARGEST_DOCUMENT:
            return None
        try:
            return json.loads(self.text.path.read_text(encoding="utf-8"))
        except (ValueError, RecursionError):
            return None


def peek(path: Path, name: str, work: Path, encoding: str | None = None) -> Opened:
    """A file opened by its beginning alone, to see which format it has; never to read its rows.

    Raises Unreadable like open_file.
    """
    if is_spreadsheet(path, name):
        return Opened(path, name, work, _table(path, name, work, FIRST_ROWS), True)
    return Opened(path, name, work, read_head(path, name, work, encoding))


def open_file(landed: Path, name: str, work: Path, encoding: str | None = None) -> Opened:
    """Open a landed file; `encoding` is what its source says of bytes that do not show theirs.

    Raises Unreadable when its wrapping is damaged or dangerous, or its text cannot be decoded.
    """
    if is_spreadsheet(landed, name):
        return Opened(landed, name, work, _table(landed, name, work), True)
    return Opened(landed, name, work, read_text(landed, name, work, encoding))


def _table(landed: Path, name: str, work: Path, most_rows: int | None = None) -> Text:
    # Imported here: its library takes a tenth of a second to load, and few files are workbooks.
    from ingest.formats.spreadsheet import table_as_csv

    table_as_csv(landed, name, work / "table.csv", most_rows)
    return read_text(work / "table.csv", name, work)
