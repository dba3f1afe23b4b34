"""The functions this DuckDB has, as it describes them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import duckdb

_LISTED = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Function(NamedTuple):
    """All functions of one name, in small letters."""

    name: str
    is_of_from: bool  #: one of them stands where a table does
    is_consistent: bool  #: equal arguments, equal answers, says DuckDB; of macros it says nothing
    macros: list[str]  #: what stands behind the name, for those that are macros


def listed(connection: duckdb.DuckDBPyConnection) -> list[Function]:
    """Every function of this DuckDB and of the database that is open."""
    return [Function(*row) for row in connection.execute(_LISTED).fetchall()]
