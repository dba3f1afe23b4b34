"""Verifies a data folder: landing, ledger and newest version, and that the one makes the other.

It reads and publishes nothing, takes no lock, and leaves nothing behind: readers and runs go on.
"""

import shutil
from pathlib import Path

from warehouse.errors import NoWarehouse, TrackerError
from warehouse.keeping.compared import Shown, check_shown, compare, made_from, shown_in
from warehouse.keeping.faults import Findings, Say, counted, megabytes
from warehouse.keeping.landed import check_landing
from warehouse.keeping.ledgered import check_ledger
from warehouse.keeping.pin import elsewhere, pin
from warehouse.ledger import Ledger
from warehouse.locks import is_running
from warehouse.paths import Store, unusable
from warehouse.versions import is_intact, newest

#: A version made anew is about as large as the newest; what does not fit in memory, as large again.
ROOM = 2.0
#: What a version of an empty ledger takes, and what the making of a small one may.
LEAST_ROOM = 64_000_000


def verify(store: Store, say: Say) -> list[TrackerError]:
    """Look at everything, saying what was looked at; every fault is returned.

    Raises TrackerError when there is nothing to look at, or no room for it.
    """
    if not store.ledger.is_dir():
        raise TrackerError(
            "Nothing has been loaded yet", str(store.root), "Run `python -m ingest run` first."
        )
    found = Findings()
    version = _newest(store, found)
    _say_room(store, version, say)
    running = is_running(store)
    if running:
        say(
            "a run is loading: what was in the ledger when this began is looked at, and what the "
            "run adds is not"
        )
    try:
        with elsewhere(store, "verify") as folder:
            _look(store, version, folder, running, found, say)
    except OSError as error:
        raise unusable(Path(error.filename or store.root), error) from error
    return found.faults


def _look(
    store: Store, version: Path | None, folder: Path, running: bool, found: Findings, say: Say
) -> None:
    shown = _read_version(version, found, say)
    pinned = pin(store, folder)
    read_from = check_ledger(store, pinned, found, say)
    ledger_is_sound = not found.faults or all(
        store.ledger not in Path(fault.where).parents for fault in found.faults
    )
    check_landing(store, read_from, found, say)
    if shown is None:
        say("tables: not compared, for there is no version that can be read")
    elif not ledger_is_sound:
        say("tables: not compared, for the ledger has faults")
    else:
        say(f"tables: {_compared(store, pinned, shown, folder, running, found, say)}")


def _compared(
    store: Store,
    pinned: Store,
    shown: Shown,
    folder: Path,
    running: bool,
    found: Findings,
    say: Say,
) -> str:
    ledger = Ledger.read(pinned)
    check_shown(shown, ledger, running, found, say)
    part = made_from(shown, ledger)
    if part is None:
        if running:
            found.add(
                "The tables were not compared: the run has changed what the version was made from",
                store.ledger,
                "Verify again when the run is done.",
            )
        return "not compared, for the newest version was made from another ledger"
    return compare(store, part, shown, folder / f"{shown.path.stem}-anew.duckdb", found)


def _newest(store: Store, found: Findings) -> Path | None:
    try:
        return newest(store)
    except NoWarehouse as error:
        found.add(error.problem, error.where, error.fix)
    except TrackerError as error:  # its file is gone, or somebody wrote to it
        found.faults.append(error)
    return None


def _read_version(version: Path | None, found: Findings, say: Say) -> Shown | None:
    if version is None:
        return None
    intact = is_intact(version)
    if not intact:
        found.add(
            "The version's bytes are not those that were published",
            version,
            "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
        )
    say(
        f"version {version.stem} ({megabytes(version.stat().st_size)}) against its sha256: "
        f"{counted(0 if intact else 1, 'fault')}"
    )
    try:
        return shown_in(version) if intact else None
    except TrackerError as error:
        found.faults.append(error)
        return None


def _say_room(store: Store, version: Path | None, say: Say) -> None:
    """Say how much of the disk is needed until it is done.

    Raises TrackerError when there is not so much.
    """
    needed = LEAST_ROOM + int(ROOM * version.stat().st_size) if version else LEAST_ROOM
    free = shutil.disk_usage(store.root).free
    say(f"looking at {store.root}; needs up to {megabytes(needed)} of {megabytes(free)} free there")
    if needed > free:
        raise TrackerError(
            f"The disk has {megabytes(free)} free, making a version anew may need "
            f"{megabytes(needed)}",
            str(store.root),
            "Free disk space and verify again; nothing was changed.",
        )
