"""Fixtures: one tracker for each state a page can meet, made once a session."""

from pathlib import Path
from typing import Any

import pytest

from tests.page_fixtures import BAD_FILE, REAL, TODAY, VENDOR, Tracker


@pytest.fixture(autouse=True)
def _pinned_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    monkeypatch.setenv("TRACKER_DATA", "unset-in-tests")


def _made(factory: pytest.TempPathFactory, name: str, **options: Any) -> Tracker:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        tracker = Tracker(factory.mktemp(name), **options)
        tracker.run()
    return tracker


@pytest.fixture(scope="session")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker as it comes: real figures and samples."""
    return _made(tmp_path_factory, "everything").store.root


@pytest.fixture(scope="session")
def real_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker with the samples switched off."""
    return _made(tmp_path_factory, "real_only", samples=False).store.root


@pytest.fixture(scope="session")
def samples_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker without any public figure."""
    return _made(tmp_path_factory, "samples_only", off=REAL).store.root


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a tracker whose only file was refused: a warehouse without a figure."""
    name = "empty"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        off = (*REAL, "ecb-rates")
        tracker = Tracker(tmp_path_factory.mktemp(name), samples=False, off=off)
        tracker.add_source(VENDOR)
        tracker.drop("my-vendor", "october.csv", BAD_FILE)
        tracker.run()
    return tracker.store.root
