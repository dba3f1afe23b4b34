"""Landing: what is kept is what came, named by its sha256, on the disk before it has that name."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest import landing
from ingest.landing import NotLanded, land
from tests.disk_fixtures import watched
from warehouse.files import copy
from warehouse.paths import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    made = Store(tmp_path / "data")
    made.make_folders()
    yield made


def test_the_bytes_are_on_disk_before_they_have_their_name(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut leaves the whole file under its sha256, or nothing."""
    origin = tmp_path / "feed.csv"
    origin.write_bytes(b"a,b\n" * 1000)

    def flushed(descriptor: int) -> str:
        held = os.fstat(descriptor)
        return "folder" if stat.S_ISDIR(held.st_mode) else f"fsync {held.st_size}"

    steps = watched(monkeypatch, flushed)
    landed = land(origin, store)
    assert landed.sha256 == hashlib.sha256(origin.read_bytes()).hexdigest()
    folder = [] if sys.platform == "win32" else ["folder"]
    assert steps == ["fsync 4000", f"name {landed.sha256}", *folder]
    assert landed.path.read_bytes() == origin.read_bytes()
    assert not landed.path.stat().st_mode & 0o222


def test_a_file_of_many_blocks_is_named_by_all_of_them(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when its last block is not full."""
    monkeypatch.setattr(landing, "BLOCK", 1000)
    origin = tmp_path / "feed.csv"
    origin.write_bytes(os.urandom(12_345))
    landed = land(origin, store)
    assert landed.sha256 == hashlib.sha256(origin.read_bytes()).hexdigest()
    assert (landed.byte_size, landed.path.read_bytes()) == (12_345, origin.read_bytes())


def test_a_disk_that_does_not_take_the_bytes_keeps_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the disk did not take was never landed."""
    origin = tmp_path / "feed.csv"
    origin.write_bytes(b"a,b\n")

    def fails(_descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fails)
        with pytest.raises(NotLanded, match="Input/output error"):
            land(origin, store)
    assert list(store.landing.iterdir()) == []


@pytest.mark.parametrize("fails_after", [0, 3, None])
def test_a_copy_is_whole_where_the_system_cannot_copy_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_after: int | None
) -> None:
    """Between two disks, after a part, or where the call says it is done with nothing copied."""
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(os.urandom(10_000))
    calls = 0

    def partly(reader: int, writer: int, _most: int) -> int:
        nonlocal calls
        calls += 1
        if fails_after is None:
            return 0
        if calls > fails_after:
            raise OSError(18, "Invalid cross-device link")
        return os.write(writer, os.read(reader, 1000))

    monkeypatch.setattr(os, "copy_file_range", partly, raising=False)
    copy(source, target)
    assert target.read_bytes() == source.read_bytes()
    with pytest.raises(FileExistsError):
        copy(source, target)
