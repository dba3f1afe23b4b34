"""The ledger at one moment, held fast without a lock, so that a run may go on meanwhile.

Nothing in the ledger but the log of acts is changed where it lies: a snapshot's folder, its
description and the watch list are each replaced whole. So a second name for each file keeps the
moment and takes no room; where the file system has no such names (hard links), they are copied.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse import act_log
from warehouse.errors import TrackerError
from warehouse.files import copy
from warehouse.paths import Store
from warehouse.spill import spill_folder

TRIES = 100


@contextmanager
def elsewhere(store: Store, name: str) -> Iterator[Path]:
    """A folder of this process in the store, gone at the end; a run sweeps what a kill leaves."""
    folder = spill_folder(store, Path(name))
    try:
        yield folder.path
    finally:
        shutil.rmtree(folder.path, ignore_errors=True)


def pin(store: Store, folder: Path) -> Store:
    """A store in that folder whose ledger is what the store's is now, and stays so."""
    pinned = Store(folder)
    pinned.ledger.mkdir()
    for name in _names(store.ledger):
        if (store.ledger / name).is_dir():
            _pin_snapshot(store.ledger / name, pinned.ledger / name)
    if store.watchlist.exists():
        _second_name(store.watchlist, pinned.watchlist)
    if lines := act_log.read(store):  # the one file that grows where it lies
        pinned.acts.write_bytes(lines)
    return pinned


def pin_files(paths: Iterable[Path], below: Path, folder: Path) -> list[Path]:
    """Second names in `folder` for files below another; one that is gone by now is left out."""
    pinned = []
    for path in paths:
        target = folder / path.relative_to(below)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            _second_name(path.resolve(), target)
        except FileNotFoundError:
            continue
        pinned.append(target)
    return pinned


def _pin_snapshot(source: Path, target: Path) -> None:
    """One snapshot as one run wrote it, never half of it as another did."""
    for _try in range(TRIES):
        try:
            before = source.stat().st_ino
            target.mkdir()
            for name in _names(source):
                _second_name(source / name, target / name)
            if source.stat().st_ino == before:
                return
        except FileNotFoundError:  # it is being replaced
            pass
        shutil.rmtree(target, ignore_errors=True)
    if source.exists():
        raise TrackerError("The snapshot does not hold still", str(source), "Try it again.")


def _names(folder: Path) -> list[str]:
    return sorted(name for name in os.listdir(folder) if not name.startswith("."))


def _second_name(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:  # another disk, or a file system without hard links
        copy(source, target)
