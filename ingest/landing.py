"""Landing: each file's bytes as they came, named by their sha256, before anything looks inside.

Nothing is parsed from anywhere else, so every number can be traced to bytes.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import TrackerError, remedy
from warehouse.files import copy, rename_durably
from warehouse.paths import Store

BLOCK = 32 * 1024 * 1024
RESERVE = 64 * 1024 * 1024


class NotLanded(TrackerError):
    """A file's bytes could not be taken in; nothing of it is kept, the file itself is untouched."""


class StillWritten(NotLanded):
    """The file changed while it was read; the next run takes it."""


@dataclass(frozen=True)
class Landed:
    """One file's bytes in the landing folder."""

    sha256: str
    path: Path
    byte_size: int


def land(origin: Path, store: Store, meanwhile: Callable[[], None] = lambda: None) -> Landed:
    """Copy `origin` into landing under its sha256, durably; bytes already there are kept.

    `meanwhile` is called before bytes that are new are copied, to begin what will be needed next.
    Raises NotLanded when it cannot be read or the disk is full, StillWritten when it changes
    while it is read.
    """
    draft = store.landing / f".tmp-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with readable(origin):
            before = origin.stat()
            digest = _already_there(origin, before.st_size, store)
            if digest is None:
                _refuse_what_does_not_fit(before.st_size, store, origin)
                meanwhile()
                digest = _copy(origin, draft)
            after = origin.stat()
        if (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
            raise StillWritten(
                "the file was still being written while it was read",
                str(origin),
                "nothing was loaded; it is taken on the next run",
            )
        target = store.landing / digest
        with readable(origin):
            if not target.exists():
                rename_durably(draft, target)
            return Landed(digest, target, target.stat().st_size)
    finally:
        draft.unlink(missing_ok=True)


def digest_of(origin: Path) -> str:
    """The sha256 of a file, landing nothing.

    Raises NotLanded when it cannot be read.
    """
    with readable(origin), origin.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


@contextmanager
def readable(origin: Path) -> Iterator[None]:
    """Say in our words why a file cannot be read."""
    try:
        if origin.is_dir():
            raise NotLanded(
                "this is a directory, not a file", str(origin), "name the files inside it"
            )
        if origin.exists() and not origin.is_file():
            raise NotLanded(
                "this is a pipe or device, not a file", str(origin), "copy it to a file"
            )
        yield
    except FileNotFoundError as error:
        raise NotLanded(
            "there is no such file", str(origin), "check the path; it may have been moved"
        ) from error
    except PermissionError as error:
        raise NotLanded(
            "the file may not be read", str(origin), f"allow it: chmod a+r {origin.name!r}"
        ) from error
    except OSError as error:
        raise NotLanded(
            f"the file could not be taken in: {error.strerror}",
            str(origin),
            f"{remedy(error)}, then run again; nothing was changed",
        ) from error


def _already_there(origin: Path, size: int, store: Store) -> str | None:
    """The sha256 of bytes that landed before; nothing is copied to find out."""
    if all(landed.stat().st_size != size for landed in store.landing.glob("*")):
        return None
    digest = digest_of(origin)
    return digest if (store.landing / digest).is_file() else None


def _refuse_what_does_not_fit(size: int, store: Store, origin: Path) -> None:
    free = shutil.disk_usage(store.landing).free
    if size + RESERVE > free:
        raise NotLanded(
            f"the disk has {free / 1e6:,.0f} MB free, the file needs {size / 1e6:,.0f} MB",
            str(origin),
            f"free disk space under {store.root}, then run again; nothing was changed",
        )


def _copy(origin: Path, draft: Path) -> str:
    """Copy durably, and hash what is kept while the disk takes it.

    In few and large steps: each small one would wait for its turn beside what loads meanwhile.
    """
    copy(origin, draft)
    digest, block = hashlib.sha256(), memoryview(bytearray(BLOCK))
    with draft.open("rb", buffering=0) as kept, ThreadPoolExecutor(max_workers=1) as disk:
        synced = disk.submit(os.fsync, kept.fileno())
        while size := kept.readinto(block):
            digest.update(block[:size])
        synced.result()
    draft.chmod(0o444)
    return digest.hexdigest()
