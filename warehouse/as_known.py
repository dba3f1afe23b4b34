"""A cursor whose tables answer for one day, each computed at most once.

The views of main answer for any day too, but bind and plan all that they could read, anew in each
query. Here a query reads the kept tables themselves; for a day, what it reads is computed first,
into tables that only this cursor sees.
"""

from datetime import date
from typing import Any

import duckdb

from warehouse import build
from warehouse.store import as_known_on


class AsKnown:
    """Answers queries that name tables without a schema, from one version, as known on one day."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, knowledge_date: date | None) -> None:
        self.knowledge_date = knowledge_date
        self._cursor = as_known_on(connection.cursor(), knowledge_date)
        self._computed: set[str] = set()
        if knowledge_date is None:
            self._cursor.execute("set search_path = 'mart,main'")

    def execute(self, sql: str, parameters: Any = None) -> duckdb.DuckDBPyConnection:
        """Run a query; its rows are then fetched from what is returned.

        Raises duckdb.Error.
        """
        if self.knowledge_date is not None:
            self._compute(build.closure(sql))
        return self._cursor.execute(sql, parameters)

    def table(self, name: str) -> duckdb.DuckDBPyRelation:
        """A table or view, to be filtered and ordered by DuckDB's own expressions.

        Raises duckdb.Error.
        """
        if self.knowledge_date is not None:
            self._compute(build.closure(f"from {name}"))
        return self._cursor.table(name)

    def interrupt(self) -> None:
        """End what runs, from another thread; it raises duckdb.InterruptException there."""
        self._cursor.interrupt()

    def close(self) -> None:
        """Give the cursor back, and what was computed for it."""
        self._cursor.close()

    def _compute(self, models: list[build.Model]) -> None:
        for model in models:
            if model.name not in self._computed:
                kind = "table" if model.kept else "view"
                self._cursor.execute(f"create temp {kind} {model.name} as {model.sql}")
                self._computed.add(model.name)
