"""A tracker that was loaded once, and copies of it to damage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ingest_fixtures import GOOD, TODAY, Desk
from warehouse.paths import Store

BAD = GOOD + "nobody,revenue,2026-01,ios,US,1,2026-02-03\n"


@pytest.fixture(scope="module")
def loaded_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Two files loaded and one row refused, on 24 November 2026."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        desk = Desk(tmp_path_factory.mktemp("once") / "tracker")
        desk.drop("one.csv", GOOD)
        desk.drop("two.csv", BAD, "tolerant")
        desk.run()
        yield desk


@pytest.fixture
def kept(loaded_once: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A copy of it, which the command line works on."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_ROOT", str(loaded_once.root))
    shutil.copytree(loaded_once.store.root, tmp_path / "data", symlinks=True)
    store = Store(tmp_path / "data")
    monkeypatch.setenv("TRACKER_DATA", str(store.root))
    return store


def load_good(root: Path) -> None:
    """A tracker with one file loaded, in an empty folder."""
    desk = Desk(root)
    desk.drop("one.csv", GOOD)
    desk.run()


def turn(path: Path) -> None:
    """One other bit in the middle of the file, as a failing disk leaves it."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)


def everything(root: Path) -> dict[str, tuple[int, bytes]]:
    """Each file below a folder, but the locks, with its mode and its bytes."""
    return {
        str(path.relative_to(root)): (path.stat().st_mode, path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix != ".lock"
    }
