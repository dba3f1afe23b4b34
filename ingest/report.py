"""How a run tells what it does: a bar on a terminal, plain lines elsewhere, JSON to machines.

stdout is the result, stderr the talk.
"""

from __future__ import annotations

import sys
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from ingest.output import print_json
from warehouse.status import Run, RunFile


class Reporter(Protocol):
    """What the pipeline tells as it goes."""

    def file_started(self, name: str, number: int, count: int) -> None:
        """A file is being read."""

    def rows_read(self, rows: int) -> None:
        """So many rows of it are read."""

    def file_done(self, file: RunFile) -> None:
        """What came of it."""

    def publishing(self) -> None:
        """The new version is being built."""

    def run_done(self, run: Run) -> None:
        """What came of the run."""


class PlainReporter:
    """One line a file; files known already are only counted."""

    def __init__(self) -> None:
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._unchanged = 0

    def file_started(self, name: str, number: int, count: int) -> None:
        """Nothing: the line is written when the file is done."""

    def rows_read(self, rows: int) -> None:
        """Nothing: lines do not move."""

    def file_done(self, file: RunFile) -> None:
        """Write one line."""
        if file["outcome"] == "unchanged":
            self._unchanged += 1
            return
        self.console.print(_line(file))

    def publishing(self) -> None:
        """Nothing: whether there was a version to publish is said when the run is done."""

    def run_done(self, run: Run) -> None:
        """Sum up."""
        if self._unchanged:
            self.console.print(f"{self._unchanged} files known already, unchanged")
        version = f"; readers now see version {run['version']}" if run["version"] else ""
        reason = f": {run['reason']}" if run["reason"] else ""
        self.console.print(Text(run["outcome"].replace("_", " ") + version + reason))


class TerminalReporter(PlainReporter):
    """A bar over the files and a count of rows."""

    def __init__(self) -> None:
        super().__init__()
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.fields[rows]:>12,} rows"),
            TimeElapsedColumn(),
            console=self.console,
            transient=True,
        )
        self._task: TaskID | None = None

    def file_started(self, name: str, number: int, count: int) -> None:
        """Move the bar."""
        if self._task is None:
            self._progress.start()
            self._task = self._progress.add_task("", total=count, rows=0)
        label = f"{number}/{count} {name[-40:]}"
        self._progress.update(self._task, completed=number - 1, description=label, rows=0)

    def rows_read(self, rows: int) -> None:
        """Count."""
        if self._task is not None:
            self._progress.update(self._task, rows=rows)

    def publishing(self) -> None:
        """Fill the bar and say what is going on."""
        if self._task is not None:
            self._progress.update(self._task, description="publishing a new version")

    def run_done(self, run: Run) -> None:
        """Take the bar away and sum up."""
        self._progress.stop()
        super().run_done(run)


class JsonReporter(PlainReporter):
    """One JSON object on stdout for the whole run."""

    def file_done(self, file: RunFile) -> None:
        """Nothing: it is in the run."""

    def run_done(self, run: Run) -> None:
        """Print the run."""
        print_json(run)


def reporter(as_json: bool) -> Reporter:
    """The reporter that fits where the output goes."""
    if as_json:
        return JsonReporter()
    return TerminalReporter() if sys.stderr.isatty() else PlainReporter()


def _line(file: RunFile) -> Text:
    counts = (
        f"{file['rows_read']:,} rows read, {file['rows_accepted']:,} accepted"
        f" ({file['figures']:,} figures),"
        f" {file['rows_rejected']:,} rejected, {file['rows_duplicate']:,} repeated"
    )
    reason = f"\n    {file['reason']}" if file["reason"] else ""
    source = f" ({file['source_id']})" if file["source_id"] else ""
    return Text(f"{file['outcome'].replace('_', ' ')}: {file['name']}{source}: {counts}{reason}")
