"""Write errors: a command meets a full, failing or read-only disk, or no more open files.

It must say what is wrong in its own words, readers must keep a whole warehouse, and the next run
must make one equal to one that nobody disturbed.
"""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from tests.ingest_fixtures import Desk
from tests.torture import layer, scene
from tests.torture.cuts import Recording, shown, unmended
from warehouse.errors import TrackerError


@dataclass(frozen=True)
class Fault:
    """One thing a disk may do, from a step on or at that step only."""

    name: str
    number: int
    stays: bool
    opens: bool = False


FAULTS = (
    Fault("the disk is full (ENOSPC)", errno.ENOSPC, stays=True),
    Fault("one call fails (EIO)", errno.EIO, stays=False),
    Fault("the disk becomes read-only (EROFS)", errno.EROFS, stays=True),
    Fault("no more files may be opened (EMFILE)", errno.EMFILE, stays=False, opens=True),
)


def faults(recording: Recording, fault: Fault, step: int, work: Path) -> list[str] | None:
    """What is wrong when the fault comes at that step; None when the command has no such step."""
    desk, log = scene.copied(recording.folder, work), work / "steps"
    more = layer.watched(
        desk.store.root,
        log=log,
        at=step,
        fault=fault.number,
        stays=fault.stays,
        opens=fault.opens,
    )
    process = scene.started(desk, ["-m", "ingest", *recording.line], more)
    told, _ = process.communicate()
    if not any(one.kind == layer.MET for one in layer.steps(log)):
        return None
    wrong = _said_wrong(process.returncode, told) + shown_wrong(desk, recording)
    if process.returncode == 0 and shown_wrong(desk, recording, {recording.new}):
        wrong.append("it says that it is done, and readers have the old")
    return wrong + unmended(desk, recording, recording.line)


def shown_wrong(
    desk: Desk, recording: Recording, allowed: set[str | None] | None = None
) -> list[str]:
    """Whether readers have anything but the old warehouse or the new one."""
    try:
        seen = shown(desk)
    except TrackerError as error:
        return [f"readers have nothing: {error}"]
    return [] if seen in (allowed or {recording.old, recording.new}) else [f"readers have {seen}"]


def _said_wrong(code: int, told: str) -> list[str]:
    in_words = "Traceback" not in told and code in (0, 1)
    return [] if in_words else [f"exit {code}: {told[-2000:]}"]
