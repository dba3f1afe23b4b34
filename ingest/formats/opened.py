"""A landed file opened far enough to see which format it has: its text, header, first value."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ingest.content import Text, read_head, read_text
from ingest.unpack import is_zip, members

HEAD_CHARACTERS = 256 * 1024
LARGEST_DOCUMENT = 64 * 1024 * 1024
SPREADSHEET = "xl/workbook.xml"


@dataclass(frozen=True)
class Opened:
    """One landed file; everything a format may look at to say whether it is its own."""

    landed: Path  # the bytes as they came
    name: str  # the file's own name, which may say a period or countries, never a format
    work: Path  # a folder for copies, gone when the file is read
    text: Text | None  # its content as clean UTF-8; None for a spreadsheet

    @property
    def is_spreadsheet(self) -> bool:
        """Whether it is an .xlsx workbook."""
        return self.text is None

    @cached_property
    def head(self) -> str:
        """The first characters of the text; empty for a spreadsheet."""
        if self.text is None:
            return ""
        with self.text.path.open(encoding="utf-8", newline="") as handle:
            return handle.read(HEAD_CHARACTERS)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The trimmed names in the first row of a table; empty for JSON and spreadsheets."""
        if self.text is None or self.text.is_json:
            return ()
        lines = self.head.lstrip().splitlines(keepends=True)
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
        if self.text is None or not self.text.is_json:
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
        return self.text is not None and self.text.first == "["

    def _document(self) -> Any:
        assert self.text is not None
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
    spreadsheet = is_zip(path) and SPREADSHEET in members(path, name)
    text = None if spreadsheet else read_head(path, name, work, encoding)
    return Opened(path, name, work, text)


def open_file(landed: Path, name: str, work: Path, encoding: str | None = None) -> Opened:
    """Open a landed file; `encoding` is what its source says of bytes that do not show theirs.

    Raises Unreadable when its wrapping is damaged or dangerous, or its text cannot be decoded.
    """
    spreadsheet = is_zip(landed) and SPREADSHEET in members(landed, name)
    text = None if spreadsheet else read_text(landed, name, work, encoding)
    return Opened(landed, name, work, text)
