"""Trackers in every state a page can meet, made by the real ingest, and what pages say of them."""

import json
import os
import re
import shutil
from html import unescape
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from app_pages import language
from ingest.config import read_config
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from warehouse.paths import Store
from warehouse.store import as_known_on, newest, open_version

PROJECT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-24"
REAL = ("disclosures", "events")
ROW = re.compile(r"<tr>(<td.*?)</tr>")
CELL = re.compile(r'<td data-label="(.*?)">(.*?)</td>')
TAG = re.compile(r"<[^>]*>")
ESCAPED = re.compile(r"\\([^A-Za-z0-9\s])")


class Quiet(PlainReporter):
    """Reports nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.console.quiet = True


class Tracker:
    """A folder with configuration, seeds and data; what a person switches off is off."""

    def __init__(self, root: Path, *, samples: bool = True, off: tuple[str, ...] = ()) -> None:
        self.root = root
        self.store = Store(root / "data")
        shutil.copytree(PROJECT / "config", root / "config", dirs_exist_ok=True)
        if not (root / "seeds").exists():
            (root / "seeds").symlink_to(PROJECT / "seeds")
        self.configure(samples=samples, off=off)

    @classmethod
    def found(cls, root: Path) -> "Tracker":
        """The tracker whose folder this is."""
        found = cls.__new__(cls)
        found.root, found.store = root, Store(root / "data")
        return found

    def configure(self, *, samples: bool = True, off: tuple[str, ...] = ()) -> None:
        """Write config/sources.toml again with the samples, and these sources, on or off."""
        text = (PROJECT / "config" / "sources.toml").read_text(encoding="utf-8")
        text = re.sub(r"^samples = \w+", f"samples = {str(samples).lower()}", text, flags=re.M)
        for source_id in off:
            on = f'id = "{source_id}"\nenabled = true'
            assert on in text, f"config/sources.toml has no source {source_id} that is on"
            text = text.replace(on, on.replace("true", "false"))
        (self.root / "config" / "sources.toml").write_text(text, encoding="utf-8")

    def add_source(self, text: str) -> None:
        """Append a source to config/sources.toml."""
        with (self.root / "config" / "sources.toml").open("a", encoding="utf-8") as handle:
            handle.write(f"\n{text}\n")

    def drop(self, source_id: str, name: str, content: str) -> Path:
        """Put a file into the inbox, long enough ago to have settled."""
        path = self.store.inbox / source_id / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        return path

    def run(self) -> Any:
        """One run of the ingest."""
        return Pipeline(read_config(self.root), self.store, Quiet()).run("test")


class Screen:
    """One page as a person sees it: what it says, in order, without Markdown's escapes."""

    def __init__(self, tracker: Path, page: str, **address: str) -> None:
        os.environ["TRACKER_DATA"] = str(tracker)
        self.app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=60)
        for key, value in address.items():
            self.app.query_params[key] = value
        # AppTest asks a control for the names of its options outside the run.
        with language.within(address.get(language.PARAMETER, language.ENGLISH)):
            self.app.run()
            if page != "pace":
                self.app.switch_page(f"app_pages/{page}.py").run()
        assert not self.app.exception, [error.value for error in self.app.exception]

    @property
    def texts(self) -> list[str]:
        """Every text on the page, a list item each."""
        kinds = (
            "title",
            "header",
            "subheader",
            "markdown",
            "caption",
            "info",
            "success",
            "warning",
            "error",
            "html",
        )
        found = [
            element.value for element in self.app.main if getattr(element, "type", None) in kinds
        ]
        return [unescaped(text) for text in found]

    @property
    def text(self) -> str:
        """The whole page as one text."""
        return "\n".join(self.texts)

    def tables(self) -> list[list[dict[str, Any]]]:
        """Every table on the page as a list of rows."""
        return [table.value.to_dict("records") for table in self.app.dataframe]

    def lists(self) -> list[list[dict[str, str]]]:
        """Every table written out for reading, as rows of texts by column."""
        shown = [element.value for element in self.app.main if element.type == "html"]
        return [list(map(_cells, ROW.findall(text))) for text in shown if "class='lines'" in text]


def _cells(row: str) -> dict[str, str]:
    cells = {name: unescape(TAG.sub("", content)) for name, content in CELL.findall(row)}
    return {name: text.replace("\u00a0", " ") for name, text in cells.items()}


def unescaped(text: str) -> str:
    """Markdown text as it is read: no backslashes, and plain spaces."""
    return ESCAPED.sub(r"\1", text).replace("\u00a0", " ")


VENDOR = """
[[source]]
id = "my-vendor"
producer = "My vendor"
files = ["data/inbox/my-vendor/*.csv"]
licence = "Ours"
covers = "App stores"
format = "snapshot"
unit = "USD"
basis = "net_of_store"
as_of = "column"
max_age_days = 3
rank = 1
"""
HEADER = "app,metric,period,platform,country,value,as_of\n"
GOOD_ROW = "kling,revenue,2026-09,all,WW,1000000,2026-10-02\n"
BAD_FILE = HEADER + GOOD_ROW + "kling,revenue,2026-10,ios,US,-5,2026-11-02\n"


def asked(data: Path, query: str) -> list[tuple[Any, ...]]:
    """What the tables say today."""
    with open_version(newest(Store(data))) as connection:
        return as_known_on(connection, None).execute(query).fetchall()


def figures(screen: Screen) -> list[dict[str, Any]]:
    """Every chart of the page as Plotly was given it."""
    return [json.loads(chart.proto.spec) for chart in screen.app.get("plotly_chart")]


def values(column: Any) -> list[float]:
    """The numbers of a trace, which Plotly may pack."""
    assert isinstance(column, list)
    return column
