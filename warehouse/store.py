"""The one place that opens DuckDB: readers get published versions, publish makes the next one.

A published file is opened read-only at its real path; only drafts are ever written to.
"""

import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import duckdb

from warehouse import build, clock, draft
from warehouse.errors import TrackerError
from warehouse.files import copy
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.spill import SpillFolder, spill_folder
from warehouse.versions import (
    DRAFT,
    Version,
    is_intact,
    new_name,
    newest,
    pointed_at,
    prune,
    seal,
    sweep,
    versions,
    wal_of,
)

__all__ = [
    "Store",
    "Version",
    "as_known_on",
    "as_known_on_day",
    "make_beside",
    "newest",
    "open_draft",
    "open_to_strangers",
    "open_version",
    "publish",
    "scratch",
    "sweep",
    "versions",
]

MEMORY_LIMIT = "1GB"
STORAGE_VERSION = "v1.4.0"
_QUIET = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


def open_version(path: Path) -> duckdb.DuckDBPyConnection:
    """A published version, read-only; take a cursor of it for each unit of work."""
    spill: SpillFolder | None = None
    with suppress(OSError):  # who may only read the data folder must do with memory
        spill = spill_folder(Store(path.parent.parent), path)
    folder = str(spill.path) if spill else ""
    try:
        connection = duckdb.connect(
            str(path), read_only=True, config={**_QUIET, "temp_directory": folder}
        )
    except duckdb.Error as error:
        raise TrackerError(
            f"The version cannot be opened: {error}",
            str(path),
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        ) from error
    weakref.finalize(connection, _let_go, spill)
    return as_known_on(connection, None)


def open_to_strangers(path: Path, memory_mb: int) -> duckdb.DuckDBPyConnection:
    """A published version for a process that is about to lose its file system.

    It has one thread until the process is confined, since a thread that is there by then is not;
    nothing spills, since nothing can be written.
    """
    connection = duckdb.connect(
        str(path),
        read_only=True,
        config={
            **_QUIET,
            "threads": 1,
            "memory_limit": f"{memory_mb}MB",
            "temp_directory": "",
        },
    )
    connection.execute("set global TimeZone = 'UTC'")
    connection.execute("set secret_directory = ''")  # a setting would tell the home folder
    return connection


def _let_go(_spill: SpillFolder | None) -> None:
    """Until it is called, the connection has its folder."""


def scratch() -> duckdb.DuckDBPyConnection:
    """An empty database in memory, of no store."""
    return as_known_on(duckdb.connect(config=dict(_QUIET)), None)


def as_known_on(
    connection: duckdb.DuckDBPyConnection, knowledge_date: date | None
) -> duckdb.DuckDBPyConnection:
    """Let the connection or cursor answer as of that day, or now; cursors do not inherit it."""
    connection.execute("set TimeZone = 'UTC'")
    return as_known_on_day(connection, clock.today(), knowledge_date)


def as_known_on_day(
    connection: duckdb.DuckDBPyConnection, today: date, knowledge_date: date | None
) -> duckdb.DuckDBPyConnection:
    """The same where neither clock nor settings are to be had: in a confined process.

    The days are written out: for the first value it is given, DuckDB loads pandas, half a second.
    """
    as_of = f"date '{knowledge_date.isoformat()}'" if knowledge_date else "null::date"
    connection.execute(f"set variable today = date '{today.isoformat()}'")
    connection.execute(f"set variable as_of = {as_of}")
    return connection


def publish(store: Store, *, full: bool = False, memory_limit: str = MEMORY_LIMIT) -> Path | None:
    """Make and publish a version that holds the ledger; None when the newest already does.

    Callers hold the ingest lock. Readers see the old version or the new one, whole.
    """
    store.make_folders()
    with _whole_or_nothing(store):
        ledger = Ledger.read(store)
        base, has_news = (None, True) if full else _base(store, ledger)
        if not has_news or (ledger.is_empty and pointed_at(store) is None):
            return None
        name = new_name(store)
        path = store.versions / f"{DRAFT}{name}.duckdb"
        if base:
            copy(base, path)
        today = clock.today()
        with open_draft(path, store, memory_limit, today) as connection:
            draft.fill(connection, ledger, name, today, fresh=base is None)
        version = seal(store, path, name)
    prune(store)
    return version


def make_beside(store: Store, ledger: Ledger, path: Path, today: date) -> None:
    """Make a version of that day from the ledger alone, at a path that nobody reads.

    It takes no lock and publishes nothing. Raises TrackerError or duckdb.Error.
    """
    with open_draft(path, store, MEMORY_LIMIT, today) as connection:
        draft.fill(connection, ledger, path.stem, today, fresh=True)


def _base(store: Store, ledger: Ledger) -> tuple[Path | None, bool]:
    """The version to start from, and whether the ledger has news for it.

    None when there is none, it has other tables, somebody wrote to it, or its bytes are damaged:
    then the next one starts from the ledger alone.
    """
    newest = pointed_at(store)
    if newest is None or wal_of(newest).exists() or not is_intact(newest):
        return None, True
    try:
        with open_version(newest) as connection:
            info = draft.read_info(connection)
            if info is None or info.fingerprint != build.fingerprint():
                return None, True
            has_news = draft.has_news(connection, info, ledger)
    except (TrackerError, duckdb.Error):
        return None, True
    return newest, has_news or wal_of(store.link).exists()


@contextmanager
def _whole_or_nothing(store: Store) -> Iterator[None]:
    """Whatever goes wrong, nothing is left half made and readers keep what they have."""
    try:
        sweep(store)
        yield
    except (OSError, duckdb.Error) as error:
        raise TrackerError(
            f"No new version could be made: {error}",
            str(store.root),
            "Readers keep the version they have. Free disk space or correct what the message "
            "names, then run `python -m ingest run`.",
        ) from error
    finally:
        sweep(store)


@contextmanager
def open_draft(
    path: Path, store: Store, memory_limit: str, today: date
) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file that nobody reads yet, written to within that memory; made where there is none."""
    spill = spill_folder(store, path)
    connection = duckdb.connect(
        str(path),
        config={
            **_QUIET,
            "storage_compatibility_version": STORAGE_VERSION,
            "memory_limit": memory_limit,
            "temp_directory": str(spill.path),
            "preserve_insertion_order": False,
            "checkpoint_threshold": "0B",  # no log: a draft that is not whole is thrown away
        },
    )
    try:
        yield as_known_on_day(as_known_on(connection, None), today, None)
        connection.execute("checkpoint")
    finally:
        connection.close()
