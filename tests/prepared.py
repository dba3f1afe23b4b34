"""Folders that take long to fill: filled once a run of the tests, and copied for each who asks."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


class Prepared:
    """What was filled, by name; the processes of one run of the tests share it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        root.mkdir(exist_ok=True)

    def copy(self, name: str, fill: Callable[[Path], object], to: Path) -> Path:
        """Let `to` hold what `fill` puts into an empty folder, times of change and all.

        What stands in `to` already stays. A name stands for one way of filling.
        """
        filled, done = self._root / name, self._root / f"{name}.done"
        with FileLock(self._root / f"{name}.lock"):
            if not done.exists():
                shutil.rmtree(filled, ignore_errors=True)
                filled.mkdir()
                fill(filled)
                done.touch()
        shutil.copytree(filled, to, symlinks=True, dirs_exist_ok=True)
        return to


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """The folders of this run of the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    return Prepared(shared / "prepared")
