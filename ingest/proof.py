"""Whether a file's figures can be what they say: proofs before anything of it is loaded.

A factor of 100 (cents for dollars), a device counted twice, last year's months or a country above
the world are well formed rows. Each proof compares the file with itself, with what its source said
before, or with what others say; a file that breaks one is held until a person releases it.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from ingest import verdicts
from ingest.sentences import proofs
from ingest.verdicts import Proof as Proof
from ingest.verdicts import Rows
from warehouse.errors import NoWarehouse, TrackerError
from warehouse.files import literal
from warehouse.paths import Store
from warehouse.spill import spill_folder
from warehouse.store import MEMORY_LIMIT, newest, open_version, scratch

HERE = Path(__file__).parent / "proofs"

#: In the order they are told. Each is the name of a query in proofs/ and of what judges its rows.
PROOFS: tuple[Callable[[Rows], Iterator[Proof]], ...] = (
    verdicts.against_history,
    verdicts.changes,
    verdicts.other_sources,
    verdicts.per_download,
    verdicts.earnings,
    verdicts.parts,
    verdicts.added_users,
    verdicts.elsewhere,
    verdicts.swapped,
    verdicts.repeated,
    verdicts.missing,
    verdicts.devices,
    verdicts.said_before,
    verdicts.rounded,
    verdicts.days,
)


def prove(parts: Sequence[Path], store: Store) -> list[Proof]:
    """Every proof that can be made of a file's accepted figures (Parquet parts of observations).

    Raises OSError when the disk does not let them be read.
    """
    if not parts or not parts[0].name.startswith("observation"):
        return []
    try:
        return _proofs(parts, store)
    except duckdb.IOException as error:
        raise OSError(errno.EIO, str(error).splitlines()[0]) from error


def _proofs(parts: Sequence[Path], store: Store) -> list[Proof]:
    with _opened(store) as (connection, unread):
        connection.execute("set variable files = ?", [[literal(part) for part in parts]])
        _run(connection, "incoming")
        _run(connection, "history" if _has_history(connection) else "no_history")
        return [
            *unread,
            *(one for judge in PROOFS for one in judge(_rows(connection, judge.__name__))),
        ]


@contextmanager
def _opened(store: Store) -> Iterator[tuple[duckdb.DuckDBPyConnection, list[Proof]]]:
    """The newest version; where none can be read an empty database, and that it was so.

    What does not fit into the memory of a load goes to the store's disk.
    """
    unread: list[Proof] = []
    spill = spill_folder(store, store.spill / "proofs.duckdb")
    try:
        connection = open_version(newest(store))
    except TrackerError as error:
        connection = scratch()
        connection.execute("set temp_directory = ?", [str(spill.path)])
        if not isinstance(error, NoWarehouse):
            unread = [Proof("odd", proofs.NOT_COMPARED(why=error.problem))]
    with connection:
        connection.execute("set memory_limit = ?", [MEMORY_LIMIT])
        try:
            yield connection, unread
        finally:
            connection.execute("reset memory_limit")  # others in this process may read on


def _has_history(connection: duckdb.DuckDBPyConnection) -> bool:
    return bool(_rows(connection, "has_history")[0][0])


def _run(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    connection.execute((HERE / f"{name}.sql").read_text(encoding="utf-8"))


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> Rows:
    _run(connection, name)
    return connection.fetchall()
