"""Kills, write errors, power cuts and readers without pause: a short form of `make torture`."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.ingest_fixtures import TODAY, Desk
from tests.needed import absent
from tests.torture import cuts, disk, errors, kills, layer, readers, scene

UPLOAD = """
from warehouse import inbox
from warehouse.paths import Store
store = Store.from_env()
inbox.load_upload(store, inbox.keep_upload(store, "a.csv", b"a,b\\n" * 9999), "new")
"""


def contents(tree: disk.Tree) -> dict[str, object]:
    """The bytes of each file, by the names of folders and files."""
    found: dict[str, object] = {}
    for name, left in tree.items():
        if isinstance(left, dict):
            found[name] = contents(left)
        elif left.kind == "file":
            found[name] = left.content
    return found


@pytest.fixture(scope="module")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Iterator[cuts.Recording]:
    """A run with one file to take in, on a store that has one already."""
    if not layer.compiler():
        absent("no C compiler")
    work = tmp_path_factory.mktemp("recording")
    with patch.dict(os.environ, {"TRACKER_TODAY": TODAY}):
        desk = Desk(work / "desk")
        desk.drop("0.csv", scene.snapshot(0))
        desk.run()
        desk.drop("1.csv", scene.snapshot(1))
        yield cuts.record("news", desk, ["run"], work)


def test_killed_anywhere_the_next_run_makes_it_whole(desk: Desk, tmp_path: Path) -> None:
    """kill -9 at random moments: what is published then equals a warehouse nobody disturbed."""
    came = kills.at_random(desk, Desk(tmp_path / "quiet"), range(5))
    assert (came.kills, came.wrong) == (5, [])


def test_readers_are_never_disturbed_by_loads(desk: Desk) -> None:
    """Four readers without pause and one with cached connections, while snapshots are published:
    no error, no wait for a lock, no half-loaded snapshot, no step back."""
    came = readers.disturbed(desk, iter(range(5)))
    assert (came.loads, came.wrong) == (6, [])
    assert came.reads >= readers.READERS


def test_a_power_cut_leaves_the_old_or_the_new(recording: cuts.Recording, tmp_path: Path) -> None:
    """Whatever a file system may leave of a run, readers have a whole warehouse and the next run
    makes it the one that nobody disturbed."""
    every = list(cuts.cuts(recording))
    assert len(every) > 20
    assert {cut.system for cut in every} == set(disk.FILE_SYSTEMS)
    for cut in [every[-1], *random.Random(3).sample(every[:-1], 2)]:
        assert cuts.faults(recording, cut, tmp_path / str(cut)) == []


def test_a_write_error_is_said_and_mended(recording: cuts.Recording, tmp_path: Path) -> None:
    """A disk that fills, fails or turns read-only, and no more open files: the run says so in its
    words, readers keep a whole warehouse, and the next run makes it whole."""
    for step, fault in zip((60, 85, 25, 40), errors.FAULTS, strict=True):
        wrong = errors.faults(recording, fault, step, tmp_path / str(step))
        assert wrong == [], f"{fault.name} at step {step}"


@pytest.mark.long
@pytest.mark.parametrize("place", cuts.NEEDED)
def test_a_sync_left_out_is_found(recording: cuts.Recording, tmp_path: Path, place: str) -> None:
    """The power cuts tell: without this one sync a cut loses what was said to be done, or leaves
    readers a broken file."""
    assert place in cuts.places(recording)
    left_out = list(cuts.cuts(recording, cuts.without(recording, place)))
    found = (
        cuts.faults(recording, cut, tmp_path / str(number))
        for number, cut in enumerate(reversed(left_out))
    )
    assert any(found)


def test_an_upload_given_to_the_inbox_survives_a_power_cut(desk: Desk, tmp_path: Path) -> None:
    """Once the page has said that the inbox has it, the person may forget the file."""
    if not layer.compiler():
        absent("no C compiler")
    desk.store.inbox.mkdir(exist_ok=True)
    before, log = disk.Disk(desk.store.root), tmp_path / "steps"
    process = scene.started(desk, ["-c", UPLOAD], layer.watched(desk.store.root, log=log))
    told, _ = process.communicate()
    assert process.returncode == 0, told
    left = list(cuts.when_done(before, layer.steps(log)))
    assert {str(contents(tree)["inbox"]) for tree in left} == {
        str({"new": {"a.csv": b"a,b\n" * 9999}})
    }
