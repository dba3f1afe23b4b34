"""The tables people ask, and the words by which a database describes them and their columns."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from warehouse import build

#: What people ask, in the order they meet it; every other view is a step on the way to these.
ASKED = (
    *("growth", "monthly", "month_to_date", "claims"),
    *("reported", "reported_to_date", "run_rates", "statements"),
    *("targets", "consensus", "pace", "scenarios", "paths"),
    *("share", "ratios", "reconciliation", "market", "market_share"),
    *("benchmarks", "event_study", "reported_in", "monthly_in"),
    *("coverage", "nowcast", "nowcast_record", "nowcast_score", "simulation", "smoothing"),
    *("restatements", "vintages"),
    *("lineage", "lineage_of_growth", "lineage_of_paths"),
    *("events", "apps"),
    *("freshness", "contradictions", "loads", "rejects", "acts"),
)

#: One row a column of `main` and `raw`; `collected` makes tables of them.
QUERY = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")

_KNOWLEDGE_DATE = "getvariable('as_of')"
_IN_ITS_UNIT = re.compile(r"\bin (its|the|that) unit\b")


@dataclass(frozen=True)
class Column:
    """One column: its name, its type as DuckDB writes it, and what it holds."""

    name: str
    kind: str
    doc: str


@dataclass
class Table:
    """One table or view as the database describes itself."""

    schema: str
    name: str
    doc: str
    columns: list[Column] = field(default_factory=list)


def tables(connection: duckdb.DuckDBPyConnection) -> list[Table]:
    """Every table of `main` and `raw`, by schema and name."""
    return collected(connection.execute(QUERY).fetchall())


def collected(rows: Iterable[tuple[Any, ...]]) -> list[Table]:
    """The tables that the rows of QUERY describe."""
    found: list[Table] = []
    for schema, name, doc, *column in rows:
        if not found or (found[-1].schema, found[-1].name) != (schema, name):
            found.append(Table(schema, name, doc or ""))
        column_name, kind, text = column
        found[-1].columns.append(Column(column_name, kind, text or ""))
    return found


def asked(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables of `main` that people ask and this version has, in the order of ASKED."""
    known = {table.name: table for table in tables(connection) if table.schema == "main"}
    return {name: known[name] for name in ASKED if name in known}


def unit_of(table: Table, column: Column) -> str | None:
    """What a number in this column counts, where its name or its words say so."""
    if not column.kind.startswith(("DECIMAL", "DOUBLE")):
        return None
    if "fraction" in column.doc:
        return "a fraction: 0.1 is 10%"
    if column.name.endswith("_usd") and not column.name.startswith("per_"):
        return "USD"
    names = {other.name for other in table.columns}
    if "unit" in names and (column.name == "value" or _IN_ITS_UNIT.search(column.doc)):
        return "what the column unit of the same row says"
    return None


@cache
def dated() -> frozenset[str]:
    """The models whose answer depends on the knowledge date; the others show what is so now."""
    found: set[str] = set()
    for model in build.models():
        read = model.reads(frozenset(found))
        if _KNOWLEDGE_DATE in model.sql or read:
            found.add(model.name)
    return frozenset(found)
