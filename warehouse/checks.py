"""Sentences that must hold of every version: each a query in checks/ that must return no rows."""

from pathlib import Path

import duckdb

from warehouse.errors import CheckFailed

HERE = Path(__file__).parent / "checks"
ROWS_SHOWN = 3


def names() -> list[str]:
    """The sentences, as file names without their ending."""
    return sorted(path.stem for path in HERE.glob("*.sql"))


def run(connection: duckdb.DuckDBPyConnection) -> None:
    """Raise CheckFailed for the first sentence that does not hold."""
    for name in names():
        connection.execute((HERE / f"{name}.sql").read_text(encoding="utf-8"))
        rows = connection.fetchmany(ROWS_SHOWN)
        if not rows:
            continue
        columns = [column[0] for column in connection.description or []]
        shown = "; ".join(
            ", ".join(f"{column}={value}" for column, value in zip(columns, row, strict=True))
            for row in rows
        )
        raise CheckFailed(
            f"A check failed: {name.replace('_', ' ')}",
            f"warehouse/checks/{name}.sql; first rows: {shown}",
            "Nothing was published. Correct or withdraw the snapshot that brings these rows.",
        )
