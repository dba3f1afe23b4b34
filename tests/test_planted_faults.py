"""Wrong files that are well formed: each is held, refused or flagged; files in order are not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.ingest_fixtures import TODAY, Desk
from tests.planted import judged, table, world
from tests.planted.faults import Fault

#: What one source alone cannot show: within what its own months vary by.
UNSEEN_ALONE = {
    "euros as dollars",
    "the month to the 29th as the month",
}
#: What a second source does not show either.
UNSEEN: set[str] = set()
#: One of each kind of proof; `make test-long` has them all.
SOME = (
    "revenue in cents",
    "gross as net of 30%",
    "euros as dollars, a year again",
    "last year's figures under this year's months",
    "the month to the 20th as the month",
    "days moved on by a time zone",
    "the last day written twice",
    "two countries swapped",
    "users of all platforms added up",
    "every second row gone",
    "Sensor Tower's iPad is 0",
    "Sensor Tower's rows without the iPad",
    "one country is 0",
    "a file from before a correction, under a new day",
)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A tracker that knows what one vendor said up to September, and days and Sensor Tower."""
    with patch.dict(os.environ, {"TRACKER_TODAY": TODAY}):
        yield world.known(tmp_path_factory.mktemp("alone"), with_second=False)


@pytest.fixture(scope="module")
def beside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The same, and what a second vendor said up to October."""
    with patch.dict(os.environ, {"TRACKER_TODAY": TODAY}):
        yield world.known(tmp_path_factory.mktemp("beside"), with_second=True)


def named(name: str) -> Fault:
    """The fault of that name."""
    [fault] = [one for one in table.FAULTS if one.name == name]
    return fault


@pytest.mark.parametrize("name", SOME)
def test_a_wrong_file_does_not_pass_calmly(name: str, alone: Desk, tmp_path: Path) -> None:
    """One fault of each kind is seen by the source's own history."""
    outcome, why = judged.came_of(alone, named(name), tmp_path)
    assert outcome in (judged.HELD, judged.REFUSED, judged.FLAGGED)
    assert why


@pytest.mark.parametrize("fault", table.SOUND, ids=lambda fault: fault.name)
def test_a_file_in_order_is_taken_calmly(fault: Fault, alone: Desk, tmp_path: Path) -> None:
    """What is in order is neither held nor flagged: else nobody would look at flags."""
    assert judged.came_of(alone, fault, tmp_path) == (judged.PASSED, "")


@pytest.mark.long
@pytest.mark.parametrize("fault", table.FAULTS, ids=lambda fault: fault.name)
def test_every_wrong_file_is_seen(fault: Fault, alone: Desk, beside: Desk, tmp_path: Path) -> None:
    """All hundred: alone but for those named here, and beside a second source."""
    outcome, _why = judged.came_of(alone, fault, tmp_path)
    assert (outcome == judged.PASSED) == (fault.name in UNSEEN_ALONE)
    outcome, _why = judged.came_of(beside, fault, tmp_path)
    assert (outcome == judged.PASSED) == (fault.name in UNSEEN)


def test_there_are_a_hundred() -> None:
    """Each has its own name."""
    assert len({fault.name for fault in table.FAULTS}) == len(table.FAULTS) >= 100
