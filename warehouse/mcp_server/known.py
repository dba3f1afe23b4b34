"""What is known of the version that answers: its tables, its sources, whether it holds samples."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from warehouse import catalogue
from warehouse.asking import Answer, Pool
from warehouse.asking.invented import SAMPLES
from warehouse.asking.stream import shortened
from warehouse.catalogue import Column, Table
from warehouse.errors import TrackerError
from warehouse.output import distinct

_SOURCES = "from raw.source order by source_id"
_TRIES = 3
_WORD = re.compile(r"\w+")
#: Schemas whose tables are the same on every day.
_UNDATED = frozenset({"raw", "mart"})


@dataclass(frozen=True)
class Known:
    """One version as it describes itself."""

    version: str
    tables: dict[str, Table]  #: by name; those of raw as raw.NAME
    sources: dict[str, dict[str, Any]]  #: by source_id
    has_samples: bool

    def table(self, name: str) -> Table:
        """The table of that name, with its schema or without.

        Raises TrackerError where there is none.
        """
        found = self.tables.get(name.removeprefix("main."))
        if found is None:
            raise TrackerError(
                f"There is no table {name!r}", "table", "The tables are listed by list_tables."
            )
        return found

    def named_in(self, sql: str) -> list[Table]:
        """The tables whose names stand in a query; more than it reads, where a word is no table."""
        words = set(_WORD.findall(sql.lower()))
        return [table for table in self.tables.values() if table.name in words]

    def undated_in(self, sql: str) -> list[str]:
        """What a query names that shows what is so now, whatever day is asked for."""
        words = set(_WORD.findall(sql.lower()))
        asked = {name for name in words & self.tables.keys() if name in catalogue.ASKED}
        return sorted((asked - catalogue.dated()) | {f"{name}.*" for name in words & _UNDATED})

    def columns_like(self, name: str, kind: str, tables: list[Table]) -> list[tuple[Table, Column]]:
        """The columns of these tables that have this name and this type: most likely the same."""
        return [
            (table, column)
            for table in tables
            for column in table.columns
            if column.name == name and shortened(column.kind) == kind
        ]


class Knowledge:
    """Answers with what is known of exactly the version that gave each."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._kept: Known | None = None

    def newest(self, cancelled: Callable[[], bool]) -> Known:
        """Of the newest version."""
        _answer, known = self.of(lambda: self._ask(SAMPLES, cancelled), cancelled)
        return known

    def of(self, ask: Callable[[], Answer], cancelled: Callable[[], bool]) -> tuple[Answer, Known]:
        """An answer and what is known of its version; asked again when one is published between.

        Raises TrackerError when that happens again and again.
        """
        for _try in range(_TRIES):
            answer = ask()
            kept = self._kept
            if kept is None or kept.version != answer.version:
                self._kept = kept = self._read(cancelled)
            if kept is not None and kept.version == answer.version:
                return answer, kept
        raise TrackerError(
            "A new version was published each time it was asked", "the warehouse", "Ask again."
        )

    def _read(self, cancelled: Callable[[], bool]) -> Known | None:
        """What the newest version says of itself; None when it was replaced meanwhile."""
        columns, sources, samples = (
            self._ask(sql, cancelled) for sql in (catalogue.QUERY, _SOURCES, SAMPLES)
        )
        if len({columns.version, sources.version, samples.version}) > 1:
            return None
        tables = catalogue.collected(columns.rows())
        names = [f"raw.{table.name}" if table.schema == "raw" else table.name for table in tables]
        return Known(
            columns.version,
            dict(zip(names, tables, strict=True)),
            {row["source_id"]: row for row in records(sources)},
            samples.row_count > 0,
        )

    def _ask(self, sql: str, cancelled: Callable[[], bool]) -> Answer:
        return self._pool.ask(sql, cancelled=cancelled)


def records(answer: Answer) -> list[dict[str, Any]]:
    """The rows by name; equal names are told apart."""
    names = distinct(answer.columns)
    return [dict(zip(names, row, strict=True)) for row in answer.rows()]
