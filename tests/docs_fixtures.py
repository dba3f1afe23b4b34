"""The shipped figures, loaded once by the real pipeline, and ways to ask them."""

from __future__ import annotations

import functools
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ingest.config import read_config
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from tests.prepared import Prepared
from tests.programs import finished
from warehouse.paths import Store
from warehouse.store import newest, open_version

ROOT = Path(__file__).parent.parent
TODAY = "2026-11-24"


class Shipped:
    """A folder with the shipped figures in `data/`, as they are known on one day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(folder / "data")

    @staticmethod
    def load(folder: Path) -> None:
        """Load them into `data/` of an empty folder."""
        run = Pipeline(read_config(ROOT), Store(folder / "data"), PlainReporter()).run("test")
        assert run["outcome"] == "ok", run

    @property
    def surroundings(self) -> dict[str, str]:
        """The variables a command in the folder is run with."""
        ours = {"TRACKER_TODAY": TODAY, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}
        return {**os.environ, **ours, "TRACKER_DATA": str(self.store.root)}

    def run(self, *command: str) -> str:
        """What a command prints."""
        ended = finished(*command, cwd=self.folder, env=self.surroundings)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def answer(self, *arguments: str) -> str:
        """What Python prints."""
        return self.run(sys.executable, *arguments)

    def rows(self, query: str, as_of: str | None = None) -> list[tuple[Any, ...]]:
        """What the warehouse answers, now or on another day."""
        with open_version(newest(self.store)) as connection:
            connection.execute("set variable as_of = $day::date", {"day": as_of})
            return connection.execute(query).fetchall()

    def copy_to(self, folder: Path) -> None:
        """A project folder like a user's: configuration, seeds, what is loaded, environment."""
        shutil.copytree(ROOT / "config", folder / "config")
        (folder / "seeds").symlink_to(ROOT / "seeds")
        shutil.copytree(self.store.root, folder / "data", symlinks=True)
        python = folder / ".venv" / "bin" / "python"
        python.parent.mkdir(parents=True)
        python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
        python.chmod(0o755)


@pytest.fixture(scope="module")
def shipped(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shipped]:
    """The shipped figures on 24 November 2026."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        folder = tmp_path_factory.mktemp("shipped")
        yield Shipped(prepared.copy("shipped", Shipped.load, folder))


def block(text: str, label: str) -> str:
    """The one block of a document that stands under this label."""
    (content,) = re.findall(rf"<!-- {re.escape(label)} -->\n```\w+\n(.*?)```", text, re.S)
    return str(content)


@functools.cache
def command_line(package: str, *arguments: str) -> str:
    """What a program says about itself."""
    command = (sys.executable, "-m", package, *arguments)
    ended = finished(*command, cwd=ROOT, env={**os.environ, "COLUMNS": "200"})
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
