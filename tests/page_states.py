"""Fixtures: one tracker for each state a page can meet, made once a session."""

from pathlib import Path
from typing import Any

import pytest

from tests.page_fixtures import BAD_FILE, GOOD_ROW, HEADER, REAL, TODAY, VENDOR, Tracker
from tests.prepared import Prepared


@pytest.fixture(autouse=True)
def _pinned_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", "unset-in-tests")


def _made(
    prepared: Prepared, factory: pytest.TempPathFactory, name: str, **options: Any
) -> Tracker:
    def fill(root: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TRACKER_TODAY", TODAY)
            Tracker(root, **options).run()

    return Tracker.found(prepared.copy(name, fill, factory.mktemp(name)))


@pytest.fixture(scope="session")
def everything(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker as it comes: real figures and samples."""
    return _made(prepared, tmp_path_factory, "everything").store.root


@pytest.fixture(scope="session")
def real_only(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker with the samples switched off."""
    return _made(prepared, tmp_path_factory, "real_only", samples=False).store.root


@pytest.fixture(scope="session")
def samples_only(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker without any public figure."""
    return _made(prepared, tmp_path_factory, "samples_only", off=REAL).store.root


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker whose only file was refused: a warehouse without a figure."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        root = tmp_path_factory.mktemp("empty")
        return _of_a_vendor(root, "october.csv", BAD_FILE).store.root


@pytest.fixture
def tracker(prepared: Prepared, tmp_path: Path) -> Tracker:
    """A tracker of one vendor's feed with one month, without the public figures."""

    def fill(root: Path) -> None:
        _of_a_vendor(root, "september.csv", HEADER + GOOD_ROW)

    return Tracker.found(prepared.copy("of_a_vendor", fill, tmp_path))


def _of_a_vendor(root: Path, name: str, content: str) -> Tracker:
    made = Tracker(root, samples=False, off=(*REAL, "ecb-rates"))
    made.add_source(VENDOR)
    made.drop("my-vendor", name, content)
    made.run()
    return made
