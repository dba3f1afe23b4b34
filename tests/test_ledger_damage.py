"""The ledger's files are read as they were written, or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ingest_fixtures import GOOD, Desk
from tests.keeping_fixtures import load_good, turn
from tests.prepared import Prepared
from warehouse.errors import TrackerError
from warehouse.store import newest, publish


@pytest.fixture
def part(desk: Desk, prepared: Prepared) -> Path:
    """The file of rows of a snapshot that was published."""
    prepared.copy("one_good_file", load_good, desk.root)
    [path] = desk.store.ledger.rglob("observation*.parquet")
    return path


DAMAGES: list[tuple[str, Callable[[Path], object]]] = [
    ("bytes are not those that were written", turn),
    ("has lost a file of its rows", Path.unlink),
    ("has a file that no run wrote", lambda path: path.with_stem("event-7").write_bytes(b"")),
    ("description cannot be read", lambda path: path.with_name("snapshot.json").write_text("[]")),
]


@pytest.mark.parametrize(("problem", "damage"), DAMAGES, ids=[name for name, _ in DAMAGES])
def test_rows_that_are_not_as_written_are_not_published(
    desk: Desk, part: Path, problem: str, damage: Callable[[Path], object]
) -> None:
    """The file is named; readers keep what they have; the way out that is named is one."""
    before = newest(desk.store), desk.values()
    damage(part)
    with pytest.raises(TrackerError, match=problem) as refused:
        publish(desk.store, full=True)
    assert str(part.parent) in str(refused.value)
    assert (newest(desk.store), desk.values()) == before
    for path in part.parent.iterdir():
        path.unlink()
    part.parent.rmdir()
    desk.run()
    assert publish(desk.store, full=True)
    assert desk.values() == before[1]


def test_each_part_has_its_hash_beside_it(desk: Desk) -> None:
    """Rows and refusals both; a withdrawal leaves the hashes."""
    desk.drop("bad.csv", GOOD + "nobody,revenue,2026-01,ios,US,1,2026-02-03\n", "tolerant")
    desk.run()
    [path] = desk.store.ledger.glob("*/snapshot.json")
    names = sorted(part.name for part in path.parent.glob("*.parquet"))
    assert sorted(json.loads(path.read_bytes())["parts"]) == names
    assert [name.partition("-")[0] for name in names] == ["observation", "rejected_row"]
