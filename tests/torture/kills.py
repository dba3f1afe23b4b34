"""kill -9: at random moments, and at each step; what is published then is whole, and the next run
makes it equal to a warehouse that nobody disturbed.
"""

from __future__ import annotations

import random
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.ingest_fixtures import Desk
from tests.torture import layer, scene
from tests.torture.cuts import Recording, unmended
from tests.torture.errors import shown_wrong

#: When a run is killed, as a share of the time that an undisturbed one took: some just end.
MOMENTS = (0.1, 1.2)


@dataclass
class Killed:
    """How many kills, and what was wrong after them."""

    kills: int = 0
    snapshots: int = 0
    wrong: list[str] = field(default_factory=list)


def at_random(desk: Desk, quiet: Desk, more: Iterable[object]) -> Killed:
    """Kill runs at random moments, each with one more file to take in, as often as `more` has
    something; then let one end.
    """
    chance, came = random.Random(20261124), Killed()
    begun = time.monotonic()
    _drop(came, desk, quiet)
    scene.started(desk, ["-m", "ingest", "run"]).communicate()
    usual = time.monotonic() - begun
    for _one in more:
        killed = False
        while not killed:
            _drop(came, desk, quiet)
            killed = _killed(desk, usual * chance.uniform(*MOMENTS))
            if desk.store.link.exists():
                came.wrong += [f"a snapshot has {rows} rows" for rows in scene.half_loaded(desk)]
        came.kills += 1
    desk.run()
    quiet.run()
    made, undisturbed = scene.tables(desk), scene.tables(quiet)
    came.wrong += [f"{name} differs" for name in scene.unlike(made, undisturbed)]
    came.wrong += [f"{name} is left over" for name in scene.left_over(desk)]
    came.wrong += scene.log_damage(desk)
    return came


def _drop(came: Killed, *desks: Desk) -> None:
    for desk in desks:
        desk.drop(f"{came.snapshots}.csv", scene.snapshot(came.snapshots))
    came.snapshots += 1


def _killed(desk: Desk, seconds: float) -> bool:
    """Start a run and kill it after so many seconds; whether it was still running."""
    process = scene.started(desk, ["-m", "ingest", "run"])
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return True
    return False


def at_step(recording: Recording, step: int, work: Path) -> list[str] | None:
    """What is wrong after a kill just before that step; None when the command has fewer."""
    desk = scene.copied(recording.folder, work)
    more = layer.watched(desk.store.root, at=step, fault="kill")
    process = scene.started(desk, ["-m", "ingest", *recording.line], more)
    process.communicate()
    if process.returncode == 0:
        return None
    return shown_wrong(desk, recording) + unmended(desk, recording, recording.line)
