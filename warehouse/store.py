"""The one place that opens DuckDB: readers get published versions, publish makes the next one.

A published file is opened read-only at its real path; only drafts are ever written to.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from warehouse import build, clock, draft
from warehouse.errors import TrackerError
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.versions import (
    DRAFT,
    Version,
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
    "newest",
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
    spill = path.parent.parent / "state" / "tmp" / "readers"
    try:
        connection = duckdb.connect(
            str(path), read_only=True, config={**_QUIET, "temp_directory": str(spill)}
        )
    except duckdb.Error as error:
        raise TrackerError(
            f"The version cannot be opened: {error}",
            str(path),
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        ) from error
    return as_known_on(connection, None)


def scratch() -> duckdb.DuckDBPyConnection:
    """An empty database in memory, of no store."""
    return as_known_on(duckdb.connect(config=dict(_QUIET)), None)


def as_known_on(
    connection: duckdb.DuckDBPyConnection, knowledge_date: date | None
) -> duckdb.DuckDBPyConnection:
    """Let the connection or cursor answer as of that day, or now; cursors do not inherit it."""
    connection.execute("set TimeZone = 'UTC'")
    connection.execute("set variable today = $day::date", {"day": clock.today()})
    connection.execute("set variable as_of = $day::date", {"day": knowledge_date})
    return connection


def publish(store: Store, *, full: bool = False, memory_limit: str = MEMORY_LIMIT) -> Path | None:
    """Make and publish a version that holds the ledger; None when the newest already does.

    Callers hold the ingest lock. Readers see the old version or the new one, whole.
    """
    store.make_folders()
    sweep(store)
    ledger = Ledger.read(store)
    base = pointed_at(store)
    if base is None and ledger.is_empty:
        return None
    usable = None if full or base is None else _usable(base)
    if usable and not wal_of(store.link).exists() and not _has_news(usable, ledger):
        return None
    name = new_name(store)
    path = store.versions / f"{DRAFT}{name}.duckdb"
    with _draft_of(store, path):
        if usable:
            _copy(usable, path)
        with _open_draft(path, store, memory_limit) as connection:
            draft.fill(connection, ledger, name, fresh=usable is None)
        version = seal(store, path, name)
    prune(store)
    return version


def _usable(base: Path) -> Path | None:
    """The version to start from, unless somebody wrote to it or it has other tables."""
    if wal_of(base).exists():
        return None
    try:
        with open_version(base) as connection:
            info = draft.read_info(connection)
    except (TrackerError, duckdb.Error):
        return None
    return base if info and info.fingerprint == build.fingerprint() else None


def _has_news(version: Path, ledger: Ledger) -> bool:
    with open_version(version) as connection:
        return draft.has_news(connection, ledger)


@contextmanager
def _draft_of(store: Store, path: Path) -> Iterator[None]:
    """Whatever goes wrong, the draft is gone and readers keep what they have."""
    try:
        yield
    except (OSError, duckdb.Error) as error:
        raise TrackerError(
            f"No new version could be made: {error}",
            str(path),
            "Readers keep the version they have. Free disk space or correct what the message "
            "names, then run `python -m ingest run`.",
        ) from error
    finally:
        sweep(store)
        shutil.rmtree(store.spill / "draft", ignore_errors=True)


@contextmanager
def _open_draft(path: Path, store: Store, memory_limit: str) -> Iterator[duckdb.DuckDBPyConnection]:
    spill = store.spill / "draft"
    spill.mkdir(parents=True, exist_ok=True)
    connection = duckdb.connect(
        str(path),
        config={
            **_QUIET,
            "storage_compatibility_version": STORAGE_VERSION,
            "memory_limit": memory_limit,
            "temp_directory": str(spill),
            "preserve_insertion_order": False,
        },
    )
    try:
        yield as_known_on(connection, None)
        connection.execute("checkpoint")
    finally:
        connection.close()


def _copy(source: Path, target: Path) -> None:
    """Copy a version; file systems with copy-on-write share the blocks."""
    with source.open("rb") as reader, target.open("xb") as writer:
        try:
            while os.copy_file_range(reader.fileno(), writer.fileno(), 1 << 30):
                pass
            return
        except (AttributeError, OSError):
            writer.seek(0)
            reader.seek(0)
            shutil.copyfileobj(reader, writer, 1 << 22)
