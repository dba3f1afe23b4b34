"""A small tracker in a temporary folder: two apps, one vendor, one source of disclosures."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from rich.console import Console

from ingest.config import read_config
from ingest.context import Context
from ingest.intake import Intake, Reader
from ingest.ledger import LedgerDraft
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from warehouse import store
from warehouse.paths import Store
from warehouse.status import Run
from warehouse.store import newest, open_version

TODAY = "2026-11-24"

APPS = """
[[app]]
id = "kling"
name_en = "Kling"
name_zh = "可靈"
tracked = true
aliases = ["Kling AI", "NA"]

[[app]]
id = "jimeng"
name_en = "Jimeng"
tracked = true

[[headline]]
app = "kling"
metric = "revenue"
period = "2026"
issuer = "Goldman Sachs"
"""

SOURCES = """
[[source]]
id = "vendor"
producer = "A vendor"
format = "snapshot"
unit = "USD"
basis = "net_of_store"

[[source]]
id = "tolerant"
producer = "A vendor with some bad rows"
format = "snapshot"
unit = "USD"
basis = "net_of_store"
rejected_share = 0.5

[[source]]
id = "said"
producer = "Disclosures"
format = "disclosures"
undated_as_of = 2026-11-01
"""

HEADER = "app,metric,period,platform,country,value,as_of\n"
ROW = "kling,revenue,2026-01,ios,US,100.50,2026-02-03\n"
GOOD = HEADER + ROW + "jimeng,revenue,2026-01,ios,CN,70,2026-02-03\n"


class Desk:
    """The tracker under test and what a person does with it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.store = Store(root / "data")
        (root / "config").mkdir(parents=True)
        self.configure()
        self.store.make_folders()
        self.said = io.StringIO()

    @classmethod
    def found(cls, root: Path) -> Desk:
        """The tracker whose folder this is."""
        found = cls.__new__(cls)
        found.root, found.store, found.said = root, Store(root / "data"), io.StringIO()
        return found

    def configure(self, apps: str = APPS, sources: str = SOURCES) -> None:
        """Write the configuration."""
        (self.root / "config" / "apps.toml").write_text(apps, encoding="utf-8")
        (self.root / "config" / "sources.toml").write_text(sources, encoding="utf-8")

    def drop(self, name: str, content: str | bytes, source: str = "vendor") -> Path:
        """Put a file into the inbox of a source, long enough ago to have settled."""
        path = self.store.inbox / source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        os.utime(path, (1_700_000_000, 1_700_000_000))
        return path

    def settle(self) -> None:
        """Let every file of the inbox be old enough to be taken."""
        for path in self.store.inbox.rglob("*"):
            os.utime(path, (1_700_000_000, 1_700_000_000))

    def pipeline(self) -> Pipeline:
        """A pipeline that talks into `said`."""
        reporter = PlainReporter()
        reporter.console = Console(file=self.said, width=1000)
        return Pipeline(read_config(self.root), self.store, reporter)

    def run(self, **arguments: Any) -> Run:
        """One run over everything there is."""
        return self.pipeline().run("test", **arguments)

    def outcome(self, name: str, content: str | bytes, source: str = "vendor") -> tuple[str, str]:
        """Outcome and reason of one dropped file."""
        self.drop(name, content, source)
        run = self.run()
        [file] = [file for file in run["files"] if file["name"].endswith(name)]
        return file["outcome"], file["reason"] or ""

    def rows(self, query: str, as_of: date | None = None) -> list[tuple[Any, ...]]:
        """What the published warehouse answers."""
        connection = open_version(newest(self.store))
        try:
            if as_of:
                connection.execute("set variable as_of = ?::date", [as_of])
            return connection.execute(query).fetchall()
        finally:
            connection.close()

    def values(self, source: str = "vendor") -> list[tuple[Any, ...]]:
        """App, metric, first day, platform, country and value of every loaded row of a source."""
        return self.rows(
            "select app_id, metric, period_start::varchar, platform, country, value::varchar"
            f" from raw.observation where source_id = '{source}' order by all"
        )


def read_alone(
    content: bytes, name: str = "any.csv", source: str = "tolerant", desk: Desk | None = None
) -> tuple[Intake, pl.DataFrame, pl.DataFrame]:
    """One file through the reader alone: what came of it, the accepted rows and the faults."""
    with tempfile.TemporaryDirectory() as folder:
        desk = desk or Desk(Path(folder) / "desk")
        config = read_config(desk.root)
        path = Path(folder) / "landed"
        path.write_bytes(content)
        draft = LedgerDraft(Path(folder) / "draft")
        reader = Reader(config, Store(Path(folder)), date.fromisoformat(TODAY), lambda _rows: None)
        intake = reader.read(path, "0" * 64, Context(config.source(source), name), draft)
        accepted = pl.concat([pl.read_parquet(part) for part in draft.parts] or [pl.DataFrame()])
        faults = draft.faults()
        return intake, accepted, pl.DataFrame() if faults is None else faults


@pytest.fixture(scope="module")
def on_one_core() -> Iterator[None]:
    """DuckDB works on one core, for tests of what a file says: its few rows are not worth sharing
    among cores, which the processes of a run of the tests have one each of.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(store._QUIET, "threads", 1)
        yield


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A fresh tracker on 24 November 2026."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    return Desk(tmp_path / "tracker")
