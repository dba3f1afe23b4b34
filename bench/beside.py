"""The tracker as it ships, with a made-up feed of its first two apps beside its own data.

More than those have room for are of other apps, which no page shows.
"""

from __future__ import annotations

import math
import shutil
from datetime import date, timedelta
from pathlib import Path

from bench.processes import PROJECT, Taken, measured, python
from ingest.config import read_config

SOURCE = (
    '\n[[source]]\nid = "made-up-feed"\nproducer = "Made up for measuring"\nformat = "snapshot"\n'
    'unit = "USD"\nbasis = "net_of_store"\nillustrative = true\nrank = 900\n'
)
HEADER = "app,metric,period,platform,country,value,as_of\n"
FIRST = date(2026, 1, 3)
#: So many rows of the feed two apps have room for.
OF_TWO = 5_000_000


class Tracker:
    """A data folder with its configuration; in a folder that has them already, those."""

    def __init__(self, work: Path, rows: int = 0) -> None:
        self.work, self.data, self.root = work, work / "data", work / "root"
        self.apps = [app.app_id for app in read_config(PROJECT).apps if app.tracked][:2]
        if self.root.exists():
            return
        self.root.mkdir(parents=True)
        shutil.copytree(PROJECT / "config", self.root / "config")
        (self.root / "seeds").symlink_to(PROJECT / "seeds")
        with (self.root / "config" / "sources.toml").open("a", encoding="utf-8") as sources:
            sources.write(SOURCE)
        others = [f"app-{number}" for number in range(3, 2 * math.ceil(rows / OF_TWO) + 1)]
        with (self.root / "config" / "apps.toml").open("a", encoding="utf-8") as apps:
            apps.writelines(f'\n[[app]]\nid = "{app}"\nname_en = "{app}"\n' for app in others)
        python(["-m", "ingest", "run"], self.environment)
        if rows:
            feed = work / "feed.csv"
            python(["-m", "bench.feed", str(feed), str(rows), *self.apps, *others], {})
            self.load(feed)
            feed.unlink()

    @property
    def environment(self) -> dict[str, str]:
        """What a process that works on it needs to know."""
        return {"TRACKER_DATA": str(self.data), "TRACKER_ROOT": str(self.root)}

    def load(self, path: Path) -> Taken:
        """One `ingest run` of a file of the feed."""
        line = ["-m", "ingest", "run", "--source", "made-up-feed", str(path)]
        return measured(line, self.environment)

    def publish(self, number: int) -> Taken:
        """Load one more small file: two years by month, said on a later day."""
        path = self.work / f"more-{number}.csv"
        rows = (
            f"{app},revenue,{year}-{month:02},web,{country},{1000 + number},"
            f"{FIRST + timedelta(days=number)}\n"
            for app in self.apps
            for year in (2023, 2024)
            for month in range(1, 13)
            for country in ("US", "CN", "JP")
        )
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        return self.load(path)
