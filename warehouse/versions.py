"""The published files: which is newest, how a draft takes its place, which may go.

A version is never changed after it is published, and the link to the newest moves in one step.
"""

import errno
import os
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from warehouse import clock
from warehouse.errors import NoWarehouse, StrayWal, TrackerError
from warehouse.files import rename_durably, sha256_of, sync_file, sync_folder, write_durably
from warehouse.paths import Store, unusable
from warehouse.spill import sweep_spill

STAMP = "%Y%m%dT%H%M%S%f"
DRAFT = ".draft-"
DIGEST = ".sha256"
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
    if path is None and store.link.is_symlink():
        raise TrackerError(
            "The version that is named as the newest is gone",
            str(store.root / _target(store)),
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        )
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
    """The version the link names, whatever state it is in; None when it names none.

    Raises TrackerError when the data folder cannot be looked into.
    """
    try:
        path = store.root / _target(store)
        return path if path.is_file() else None
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unusable(store.root, error) from error


def _target(store: Store) -> str:
    try:
        return os.readlink(store.link)
    except OSError as error:
        if error.errno not in (errno.ENOENT, errno.EINVAL):  # no link, or no link but a file
            raise
        return store.pointer.read_bytes().decode("utf-8", "replace").strip()


def versions(store: Store) -> list[Version]:
    """Every version on disk, newest first; files of other names are nobody's."""
    current = pointed_at(store)
    found = []
    for path in sorted(store.versions.glob("*.duckdb"), reverse=True):
        try:
            published_at = datetime.strptime(path.stem, STAMP)
            size = path.stat().st_size
        except (ValueError, FileNotFoundError):
            continue
        if published_at.strftime(STAMP) != path.stem or not path.is_file():
            continue
        found.append(
            Version(
                name=path.stem,
                path=path,
                published_at=published_at,
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
    _digest_of(version).write_bytes(f"{sha256_of(draft)}  {version.name}\n".encode())
    rename_durably(draft, version)
    wal_of(store.link).unlink(missing_ok=True)
    _point(store, version)
    return version


def is_intact(version: Path) -> bool:
    """Whether every byte is as it was published: no damage of the disk, nobody's edit."""
    try:
        published, _space, _name = _digest_of(version).read_bytes().partition(b" ")
        return published.decode("ascii", "replace") == sha256_of(version)
    except OSError:
        return False


def prune(store: Store) -> None:
    """Remove versions nobody can still be about to open."""
    oldest_kept = clock.now() - KEPT_FOR
    for version in versions(store)[KEPT:]:
        if version.is_current or version.published_at > oldest_kept:
            continue
        _remove(version.path)


def sweep(store: Store) -> None:
    """Remove what a killed process left half made; callers hold the ingest lock.

    Also what it had no memory for. Landing and ledger are the ingest's own to sweep.
    """
    for path in [*store.versions.glob(f"{DRAFT}*"), *store.versions.glob(".tmp-*")]:
        _remove(path)
    for digest in store.versions.glob(f"*{DIGEST}"):
        if not digest.with_suffix(".duckdb").exists():
            _remove(digest)
    _remove(_link_draft(store))
    sweep_spill(store)


def wal_of(path: Path) -> Path:
    """Where DuckDB would put a write-ahead log of the file."""
    return path.with_name(path.name + ".wal")


def _digest_of(version: Path) -> Path:
    """Beside a version, in the form that `sha256sum --check` reads.

    Nothing waits for the disk to have it: a version without one is only not built upon.
    """
    return version.with_suffix(DIGEST)


def _link_draft(store: Store) -> Path:
    return store.link.with_name(f".tmp-{store.link.name}")


def _point(store: Store, version: Path) -> None:
    target = version.relative_to(store.root)
    if not LINKS:
        write_durably(store.pointer, target.as_posix().encode())
        return
    fresh = _link_draft(store)
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    os.replace(fresh, store.link)
    sync_folder(store.root)


def _remove(path: Path) -> None:
    """Remove a version or draft; what cannot go now stays for the next time."""
    for part in (wal_of(path), path, _digest_of(path)):
        try:
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink(missing_ok=True)
        except OSError:
            return
