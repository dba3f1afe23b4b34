"""An answer as it comes from the worker."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

from warehouse.asking import values, wire


class Stream:
    """Columns at once, rows as they come; what is said of the whole is known after the last.

    Taken once, either as bytes (`frames`) or as Python's values (`rows`).
    """

    def __init__(
        self,
        columns: list[tuple[str, str]],
        version: str,
        frames: Iterator[tuple[bytes, bytes]],
    ) -> None:
        self.columns = [name for name, _type in columns]
        self.types = [shortened(kind) for _name, kind in columns]
        self.version = version
        self.row_count = 0
        self.truncated: str | None = None
        self.knowledge_date: date | None = None
        self.is_settled = False
        self._frames = frames

    def frames(self) -> Iterator[bytes]:
        """The parts of one Arrow IPC stream."""
        for kind, content in self._frames:
            if kind == wire.DATA:
                yield content
                continue
            end = json.loads(content)
            self.row_count, self.truncated = int(end["rows"]), end["truncated"]
            self.is_settled = end["settled"] is True
            known_on = end["known_on"]
            self.knowledge_date = date.fromisoformat(known_on) if known_on else None

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as Python's values."""
        source = _Bytes(self.frames())
        with pa.ipc.open_stream(pa.PythonFile(source, mode="r")) as reader:
            for batch in reader:
                batch.validate(full=True)
                yield from values.rows(batch)
        source.drain()


def shortened(kind: str) -> str:
    """A type without the words of countries and units, which would fill a screen.

    docs/tables.md says what they are.
    """
    return re.sub(r"^ENUM\(.{100,}", "ENUM", kind)


class _Bytes:
    """What pyarrow reads from: the parts in one piece."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts
        self._held = b""
        self.closed = False

    def read(self, size: int = -1) -> bytes:
        """Up to so many bytes; fewer only at the end."""
        while size < 0 or len(self._held) < size:
            part = next(self._parts, None)
            if part is None:
                break
            self._held += part
        size = len(self._held) if size < 0 else size
        taken, self._held = self._held[:size], self._held[size:]
        return taken

    def drain(self) -> None:
        """Take what follows the last row."""
        for _part in self._parts:
            continue

    def close(self) -> None:
        """Nothing to let go of."""
        self.closed = True
