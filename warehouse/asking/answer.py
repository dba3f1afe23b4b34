"""What a question is answered with: columns, their types, rows as Arrow, and where from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from warehouse.asking import values


@dataclass(frozen=True)
class Answer:
    """An answer from exactly one version, as known on one day."""

    columns: list[str]  #: as named in the query; two may be equal
    types: list[str]  #: DuckDB's words: BIGINT, DECIMAL(18,4), VARCHAR[] ...
    arrow: bytes  #: one Arrow IPC stream, what `pyarrow.ipc.open_stream` and others read
    row_count: int
    truncated: str | None  #: None: whole; "rows" or "size": there is more, and why it is not here
    version: str  #: the version's name
    knowledge_date: date | None  #: the day it answers as of; None: now
    is_settled: bool  #: asked again of this version on this day, the question has the same answer
    seconds: float  #: from asking to the last row, waiting included

    def table(self) -> pa.Table:
        """The rows as Arrow; checked, since the worker that wrote them is not believed."""
        with pa.ipc.open_stream(self.arrow) as reader:
            table = reader.read_all()
        table.validate(full=True)
        return table

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """The rows as Python's values, one at a time."""
        for batch in self.table().to_batches():
            yield from values.rows(batch)
