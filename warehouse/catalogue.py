"""The tables people ask, and the words by which a database describes them and their columns."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb

from warehouse import build

#: What people ask, in the order they meet it; every other view is a step on the way to these.
ASKED = (
    *("growth", "monthly", "month_to_date", "claims"),
    *("reported", "reported_to_date", "run_rates", "statements"),
    *("targets", "consensus", "pace", "scenarios", "paths"),
    *("share", "ratios", "reconciliation", "market", "market_share"),
    *("benchmarks", "event_study", "reported_in", "monthly_in"),
    *("coverage", "nowcast", "nowcast_record", "nowcast_score", "simulation"),
    *("restatements", "vintages"),
    *("lineage", "lineage_of_growth", "lineage_of_paths"),
    *("events", "apps"),
    *("freshness", "contradictions", "loads", "rejects"),
)

_KNOWLEDGE_DATE = "getvariable('as_of')"


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
    query = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    found: list[Table] = []
    for schema, name, doc, *column in connection.execute(query).fetchall():
        if not found or (found[-1].schema, found[-1].name) != (schema, name):
            found.append(Table(schema, name, doc or ""))
        column_name, kind, text = column
        found[-1].columns.append(Column(column_name, kind, text or ""))
    return found


def asked(connection: duckdb.DuckDBPyConnection) -> dict[str, Table]:
    """The tables of `main` that people ask and this version has, in the order of ASKED."""
    known = {table.name: table for table in tables(connection) if table.schema == "main"}
    return {name: known[name] for name in ASKED if name in known}


@cache
def dated() -> frozenset[str]:
    """The models whose answer depends on the knowledge date; the others show what is so now."""
    found: set[str] = set()
    for model in build.models():
        read = model.reads(frozenset(found))
        if _KNOWLEDGE_DATE in model.sql or read:
            found.add(model.name)
    return frozenset(found)
