"""Power cuts: from each step of a recorded run, every kind of folder that a cut there may leave.

In each, readers must have the old warehouse or the new one, whole; once the command has said it is
done, the new one. The next run must then make a warehouse equal to one that nobody disturbed.
"""

from __future__ import annotations

import copy
import hashlib
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tests.ingest_fixtures import Desk
from tests.torture import disk, layer, scene
from tests.torture.disk import Disk, Tree
from tests.torture.layer import Step
from warehouse.errors import NoWarehouse, TrackerError
from warehouse.store import newest

#: Random choices at each step and file system, beside nothing, names, bytes and everything.
TRIES = 3
SHOWN = (
    "select (select list(distinct snapshot_id order by snapshot_id) from raw.observation),"
    " (select count(*) from raw.observation), (select sum(value) from monthly)"
)
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Recording:
    """One command that was recorded, with the disk before it and what must come of it."""

    name: str
    line: list[str]  # of `python -m ingest`
    folder: Path  # a copy of the data folder before it
    before: Disk
    steps: list[Step]
    old: str | None  # what readers had before it
    new: str | None  # what they have after it
    wanted: scene.Tables


@dataclass(frozen=True)
class Cut:
    """One cut: after how many steps, on which file system, and what is left."""

    after: int
    system: str
    done: bool  # whether the command had ended
    tree: Tree

    def __str__(self) -> str:
        """As a failure names it."""
        return f"after step {self.after} ({self.system})"


def record(name: str, desk: Desk, line: list[str], work: Path) -> Recording:
    """Run `python -m ingest` with that line on the desk, watched, and on a copy, unwatched."""
    folder, quiet = work / f"{name}-before", scene.copied(desk.store.root, work / f"{name}-quiet")
    shutil.copytree(desk.store.root, folder, symlinks=True)
    before, old, log = Disk(desk.store.root), shown(desk), work / f"{name}-steps"
    for one, more in (desk, layer.watched(desk.store.root, log=log)), (quiet, {}):
        process = scene.started(one, ["-m", "ingest", *line], more)
        told, _ = process.communicate()
        if process.returncode:
            raise ValueError(f"{line} failed: {told}")
    recording = Recording(
        name, line, folder, before, list(layer.steps(log)), old, shown(desk), scene.tables(quiet)
    )
    if not disk.same(replayed(recording).now(), Disk(desk.store.root).now()):
        raise ValueError("the recording lacks a write: the layer did not see it")
    return recording


def replayed(recording: Recording) -> Disk:
    """The disk after every step."""
    after = copy.deepcopy(recording.before)
    for step in recording.steps:
        after.take(step)
    return after


def cuts(recording: Recording, steps: Iterable[Step] | None = None, seed: int = 0) -> Iterator[Cut]:
    """Every cut that leaves another folder than those before it.

    `steps` may stand for the recorded ones, to see what comes of a sync left out.
    """
    now, seen = copy.deepcopy(recording.before), set[tuple[bool, str]]()
    taken = list(recording.steps if steps is None else steps)
    for after, step in enumerate([*taken, None]):
        # A cut between two writes leaves fewer of the pages that one after both may leave.
        if step is None or step.kind not in (layer.WROTE, layer.SIZED):
            for system in disk.FILE_SYSTEMS:
                for tree in _left(now, system, random.Random(f"{seed} {after} {system}")):
                    key = step is None, _digest(tree)
                    if key not in seen:
                        seen.add(key)
                        yield Cut(after, system, step is None, tree)
        if step:
            now.take(step)


def when_done(before: Disk, steps: Iterable[Step], seed: int = 0) -> Iterator[Tree]:
    """What a cut after the last of the steps may leave, on each file system."""
    now = copy.deepcopy(before)
    for step in steps:
        now.take(step)
    for system in disk.FILE_SYSTEMS:
        yield from _left(now, system, random.Random(f"{seed} {system}"))


def faults(recording: Recording, cut: Cut, work: Path) -> list[str]:
    """What is wrong after the cut: for readers, and once the next run has mended what it can."""
    desk = Desk(work)
    shutil.rmtree(desk.store.root)
    disk.write(cut.tree, desk.store.root)
    allowed = {recording.new} if cut.done else {recording.old, recording.new}
    try:
        if (seen := shown(desk)) not in allowed:
            return [f"readers have {seen}"]
    except TrackerError as error:
        return [f"readers have nothing: {error}"]
    if cut.done:  # who was told so may have thrown the file away
        shutil.rmtree(desk.store.inbox)
    return unmended(desk, recording, ["run"] if cut.done else recording.line)


def unmended(desk: Desk, recording: Recording, line: list[str]) -> list[str]:
    """What is still wrong once the command was given again: nothing may be."""
    code, told = scene.told(desk, line)
    if code:
        return [f"the next run fails: {told}"]
    wrong = [f"{name} differs" for name in scene.unlike(scene.tables(desk), recording.wanted)]
    wrong += [f"{name} is left over" for name in scene.left_over(desk)] + scene.log_damage(desk)
    return wrong + [f"landing has other bytes: {name}" for name in _other_bytes(desk)]


def shown(desk: Desk) -> str | None:
    """What readers see, in short; None when nothing is published, or a version without a file."""
    try:
        newest(desk.store)
    except NoWarehouse:
        return None
    [(snapshots, rows, total)] = desk.rows(SHOWN)
    return str((snapshots, rows, total)) if rows else None


def _left(now: Disk, system: str, chance: random.Random) -> Iterator[Tree]:
    def none(_of: int) -> int:
        return 0

    def every(of: int) -> int:
        return of

    def some(of: int) -> int:
        return chance.randint(0, of)

    for names in (none, every):
        for pages in (none, every):
            yield now.after_a_cut(system, names, pages, chance)
    for _try in range(TRIES):
        yield now.after_a_cut(system, some, some, chance)


def _digest(tree: Tree) -> str:
    """The same for folders that differ in what is half made only: a run removes it by its name,
    whatever bytes it has.
    """
    summed = hashlib.sha256()
    for name, left in sorted(tree.items()):
        summed.update(f"{name}\0".encode())
        if not name.startswith(".") and name != "tmp":
            summed.update(
                (_digest(left) if isinstance(left, dict) else _sha256(left.content)).encode()
            )
    return summed.hexdigest()


@lru_cache(maxsize=16)
def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _other_bytes(desk: Desk) -> list[str]:
    landed = [path for path in desk.store.landing.iterdir() if _SHA256.fullmatch(path.name)]
    return [
        path.name for path in landed if hashlib.sha256(path.read_bytes()).hexdigest() != path.name
    ]


#: What a sync makes lasting, by where it is: the first that fits.
PLACES = (
    (r"landing/.+\.json", "what is known of a file, in landing"),
    (r"landing/.+", "a file's bytes, in landing"),
    (r"landing", "names in landing"),
    (r"ledger/watchlist.+|ledger/\.tmp-watchlist.+", "the watch list"),
    (r"ledger/.+\.parquet", "rows, in the ledger"),
    (r"ledger/.+\.json", "a snapshot's description, in the ledger"),
    (r"ledger/.+", "names in a snapshot's folder"),
    (r"ledger", "names in the ledger"),
    (r"versions/.+\.wal", "DuckDB's own log of a draft"),
    (r"versions/.+", "a version"),
    (r"versions", "names among the versions"),
    (r"", "the link to the newest version"),
    (r"state.*", "history, in state"),
    (r"requests.*", "requests"),
)

#: Without one of these syncs a cut loses something.
NEEDED = (
    "a file's bytes, in landing",
    "rows, in the ledger",
    "a snapshot's description, in the ledger",
    "a version",
)


def place_of(recording: Recording, sync: Step) -> str:
    """What that sync makes lasting."""
    path = Path(sync.path).relative_to(recording.before.root).as_posix()
    path = "" if path == "." else path
    return next(what for pattern, what in PLACES if re.fullmatch(pattern, path))


def places(recording: Recording) -> list[str]:
    """What the recorded command makes lasting, in the order it first does."""
    syncs = [step for step in recording.steps if step.kind == layer.SYNCED]
    return list(dict.fromkeys(place_of(recording, sync) for sync in syncs))


def without(recording: Recording, place: str) -> list[Step]:
    """The recorded steps as they would be, did the tracker not sync there."""
    return [
        step
        for step in recording.steps
        if step.kind != layer.SYNCED or place_of(recording, step) != place
    ]
