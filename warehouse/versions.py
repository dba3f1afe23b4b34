"""The published files: which is newest, how a draft takes its place, which may go.

A version is never changed after it is published, and the link to the newest moves in one step.
"""

import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from warehouse import clock
from warehouse.errors import NoWarehouse, StrayWal
from warehouse.files import rename_durably, sync_file, sync_folder, write_durably
from warehouse.paths import Store

STAMP = "%Y%m%dT%H%M%S%f"
DRAFT = ".draft-"
KEPT = 3
KEPT_FOR = timedelta(minutes=10)
LINKS: bool = sys.platform != "win32"


@dataclass(frozen=True)
class Version:
    """One published file."""

    name: str
    path: Path
    published_at: datetime
    byte_size: int
    is_current: bool
    has_stray_wal: bool


def newest(store: Store) -> Path:
    """The real path of the newest version; resolve once and read that, not the link."""
    path = pointed_at(store)
    if path is None:
        raise NoWarehouse(
            "Nothing has been published yet",
            str(store.link),
            "Run `make run`, or `python -m ingest run` to load what is configured.",
        )
    for wal in (wal_of(path), wal_of(store.link)):
        if wal.exists():
            raise StrayWal(
                f"Somebody wrote to the published version {path.name}",
                str(wal),
                "Close that session and run `python -m warehouse rebuild`; "
                "open the warehouse read-only.",
            )
    return path


def pointed_at(store: Store) -> Path | None:
    """The version the link names, whatever state it is in; None when it names none."""
    try:
        target = os.readlink(store.link)
    except OSError:
        try:
            target = store.pointer.read_text(encoding="utf-8").strip()
        except FileNotFoundError:
            return None
    path = store.root / target
    return path if path.is_file() else None


def versions(store: Store) -> list[Version]:
    """Every version on disk, newest first."""
    current = pointed_at(store)
    found = []
    for path in sorted(store.versions.glob("[0-9]*.duckdb"), reverse=True):
        try:
            size = path.stat().st_size
        except FileNotFoundError:
            continue
        found.append(
            Version(
                name=path.stem,
                path=path,
                published_at=datetime.strptime(path.stem, STAMP),
                byte_size=size,
                is_current=path == current,
                has_stray_wal=wal_of(path).exists(),
            )
        )
    return found


def new_name(store: Store) -> str:
    """The name of the next version: now, or just after the newest should the clock step back."""
    moment = clock.now()
    known = versions(store)
    if known and known[0].published_at >= moment:
        moment = known[0].published_at + timedelta(microseconds=1)
    return moment.strftime(STAMP)


def seal(store: Store, draft: Path, name: str) -> Path:
    """Put the closed draft on disk read-only under its name and let the link name it."""
    sync_file(draft)
    draft.chmod(0o444)
    version = store.versions / f"{name}.duckdb"
    rename_durably(draft, version)
    wal_of(store.link).unlink(missing_ok=True)
    _point(store, version)
    return version


def prune(store: Store) -> None:
    """Remove versions nobody can still be about to open."""
    oldest_kept = clock.now() - KEPT_FOR
    for version in versions(store)[KEPT:]:
        if version.is_current or version.published_at > oldest_kept:
            continue
        _remove(version.path)


def sweep(store: Store) -> None:
    """Remove drafts that a killed publish left; callers hold the ingest lock."""
    for path in store.versions.glob(f"{DRAFT}*.duckdb"):
        _remove(path)


def wal_of(path: Path) -> Path:
    """Where DuckDB would put a write-ahead log of the file."""
    return path.with_name(path.name + ".wal")


def _point(store: Store, version: Path) -> None:
    target = version.relative_to(store.root)
    if not LINKS:
        write_durably(store.pointer, target.as_posix().encode())
        return
    fresh = store.link.with_name(f".tmp-{os.getpid()}-{store.link.name}")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    os.replace(fresh, store.link)
    sync_folder(store.root)


def _remove(path: Path) -> None:
    """Remove a version or draft; one that Windows holds open stays for the next time."""
    for part in (wal_of(path), path):
        try:
            part.unlink(missing_ok=True)
        except PermissionError:
            return
