"""Brings the raw tables of a draft in line with the ledger: missing snapshots in, lost ones out."""

import json
from functools import cache
from pathlib import Path

import duckdb

from warehouse import acts
from warehouse.files import literal
from warehouse.ledger import TABLES, Ledger, Stamp

HERE = Path(__file__).parent / "load"


def bring_in_line(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> bool:
    """Make the raw tables hold exactly the ledger; note in `touched` what figures that concerns.

    Returns whether all of them may be concerned: the file was empty, or the sources have changed.
    """
    held = {
        name: Stamp(outcome, read_at, withdrawn_on)
        for name, outcome, read_at, withdrawn_on in run(connection, "stamps").fetchall()
    }
    outdated = sorted(name for name, stamp in held.items() if ledger.stamps.get(name) != stamp)
    missing = sorted(name for name, stamp in ledger.stamps.items() if held.get(name) != stamp)
    sources = run(connection, "sources").fetchall()
    run(connection, "touched")
    if outdated:
        run(connection, "touched_held", snapshots=outdated)
        run(connection, "withdraw", snapshots=outdated)
    if missing:
        _take_in(connection, ledger, missing)
        if files := ledger.files(missing, "observation") if held else []:
            run(connection, "touched_new", files=files)
    _refresh_watchlist(connection, ledger)
    _refresh_acts(connection, ledger)
    return not held or sources != run(connection, "sources").fetchall()


def run(
    connection: duckdb.DuckDBPyConnection, name: str, /, **parameters: object
) -> duckdb.DuckDBPyConnection:
    """Run a file of the load folder, each statement with the parameters it names."""
    for statement in connection.extract_statements(text(name)):
        named = {key: parameters[key] for key in statement.named_parameters}
        connection.execute(statement, named or None)
    return connection


@cache
def text(name: str) -> str:
    """A file of the load folder."""
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")


def _take_in(connection: duckdb.DuckDBPyConnection, ledger: Ledger, snapshots: list[str]) -> None:
    ledger.refuse_damaged(snapshots)
    run(connection, "snapshot", files=ledger.descriptions(snapshots))
    for table in TABLES:
        files = ledger.files(snapshots, table)
        if files:
            run(connection, table, files=files)


def _refresh_watchlist(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    if not ledger.watchlist:
        return
    run(connection, "watchlist", files=[literal(ledger.folder / "watchlist.json")])


def _refresh_acts(connection: duckdb.DuckDBPyConnection, ledger: Ledger) -> None:
    known = acts.folded(ledger.acts)
    if acts_shown(connection) != max((act.line_no for act in known), default=0):
        run(connection, "act", acts=json.dumps([vars(act) for act in known]))


def acts_shown(connection: duckdb.DuckDBPyConnection) -> int:
    """How many lines of the log of acts the raw tables hold."""
    row = run(connection, "acts_shown").fetchone()
    return int(row[0]) if row else 0
