"""Folders for what does not fit in memory: one a process and database, held while it is open.

Two processes that shared one would overwrite each other's blocks. A process that is killed leaves
its folder, but its lock goes with it: that is how a sweep tells.
"""

import os
import secrets
import shutil
import threading
import weakref
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.paths import Store

LOCK = ".lock"
_PROCESS = secrets.token_hex(8)
_held: weakref.WeakValueDictionary[Path, "SpillFolder"] = weakref.WeakValueDictionary()
_one_at_a_time = threading.Lock()


class SpillFolder:
    """One folder under Store.spill, gone with the last who holds on to this object."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        lock = _lock_of(path)
        lock.acquire(timeout=5)
        weakref.finalize(self, _remove, path, lock)
        path.mkdir(exist_ok=True)


def spill_folder(store: Store, database: Path) -> SpillFolder:
    """The folder of this process for that database.

    It is the same as long as the process lives: DuckDB wants all connections to one file alike.
    """
    path = store.spill / f"{os.getpid()}-{_PROCESS}-{database.stem}"
    with _one_at_a_time:
        folder = _held.get(path)
        if folder is None:
            folder = _held[path] = SpillFolder(path)
    return folder


def sweep_spill(store: Store) -> None:
    """Remove every folder whose process is gone."""
    try:
        names = {name.removesuffix(LOCK) for name in os.listdir(store.spill)}
    except OSError:
        return
    for name in names:
        lock = _lock_of(store.spill / name)
        try:
            lock.acquire(timeout=0)
        except (Timeout, OSError):
            continue
        _remove(store.spill / name, lock)


def _lock_of(path: Path) -> FileLock:
    return FileLock(f"{path}{LOCK}", thread_local=False)


def _remove(path: Path, lock: FileLock) -> None:
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
        Path(lock.lock_file).unlink(missing_ok=True)
    except OSError:
        pass  # it stays for the next sweep
    finally:
        lock.release()
