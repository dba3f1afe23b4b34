"""`python -m bench.page`: our first chart and a control's redraw, in Chromium.

Against a bare Streamlit page with one control that shows the very same charts, by turns in the
same browser.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import streamlit
from playwright.sync_api import Browser, Page, sync_playwright

from bench import written
from bench.beside import Tracker
from bench.session import Session
from docs.screenshots import launch, server

#: Milliseconds since the page was asked for, when its first chart is on the screen.
FIRST = """() => document.querySelector("[data-testid=stPlotlyChart] .main-svg .trace")
  ? performance.now() : false"""
#: The same, when its script rests too.
RESTS = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  return app && app.dataset.testScriptState === "notRunning" ? performance.now() : false;
}"""
#: Notes from now on when the chart changes.
WATCH = """() => {
  window.begun = performance.now();
  window.changed = 0;
  new MutationObserver((found) => {
    const chart = "[data-testid=stPlotlyChart]";
    if (found.some((one) => one.target.closest && one.target.closest(chart)))
      window.changed = performance.now();
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""
#: Milliseconds until the chart changed for the last time, once the script rests.
REDRAWN = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const rests = app.dataset.testScriptState === "notRunning" && window.changed
    && performance.now() - window.changed > 500;
  return rests ? window.changed - window.begun : false;
}"""
MEASURES = ("first chart", "script at rest", "redraw")
#: As multiples of the bare page.
GOALS = {"first chart": 1.3, "redraw": 1.5}
Measured = dict[str, list[float]]


class Kind(NamedTuple):
    """A page to measure: its address, the label of what changes its chart, and the bare one."""

    address: str
    label: str
    bare: str = ""


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.page", description=__doc__)
    line.add_argument("--turns", type=int, default=7)
    line.add_argument("--rows", type=int, default=0, help="made up, beside the tracker's own data")
    options = line.parse_args()
    written.has_section("benchmarks.md", "page")
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-page-") as folder:
        tracker = Tracker(Path(folder), options.rows)
        with server(tracker.environment) as ours:
            charts = {
                "growth": charts_of(ours, "growth", "Metric"),
                "pace": charts_of(ours, "", "")[:1],
            }
            with bare_page(tracker.work, charts) as bare, sync_playwright() as playwright:
                kinds = {
                    "bare, the chart of Growth": Kind(f"{bare}/?of=growth", "growth-1"),
                    "Growth": Kind(f"{ours}/growth", "Downloads", "bare, the chart of Growth"),
                    "bare, the chart of Pace": Kind(f"{bare}/?of=pace", ""),
                    "Pace": Kind(ours, "", "bare, the chart of Pace"),
                }
                browser = launch(playwright)
                told = f"Streamlit {streamlit.__version__}, Chromium {browser.version}."
                taken = _taken(browser, kinds, options.turns)
                browser.close()
    text = _told(kinds, taken, options.turns, options.rows)
    written.section("benchmarks.md", "page", f"{text}\n{told} {written.machine(begun)}")
    print(text)


def charts_of(address: str, page: str, label: str) -> list[str]:
    """A page's first chart, and where there is a control the first after its next option."""

    async def asked() -> list[str]:
        async with Session(address, page, label) as session:
            await session.open()
            found = session.charts[:1]
            if label:
                await session.change()
                found += session.charts[:1]
            return found

    return asyncio.run(asked())


def _taken(browser: Browser, kinds: dict[str, Kind], turns: int) -> dict[str, Measured]:
    taken: dict[str, Measured] = {name: {one: [] for one in MEASURES} for name in kinds}
    for turn in range(turns + 1):
        for name, kind in kinds.items():
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            found = _visited(context.new_page(), kind)
            context.close()
            print(turn, name, found, file=sys.stderr, flush=True)
            if turn:  # the first visit is the server's own start
                for measure, value in found.items():
                    taken[name][measure].append(value)
    return taken


def _visited(page: Page, kind: Kind) -> dict[str, float]:
    page.goto(kind.address)
    found = {}
    for measure, script in zip(MEASURES, (FIRST, RESTS), strict=False):
        found[measure] = _when(page, script)
    if kind.label:
        control = page.get_by_test_id("stMain").get_by_text(kind.label, exact=True).first
        control.wait_for()
        page.evaluate(WATCH)
        control.click()
        found[MEASURES[2]] = _when(page, REDRAWN)
    return found


def _when(page: Page, script: str) -> float:
    return float(page.wait_for_function(script, polling="raf", timeout=120_000).json_value())


def _told(kinds: dict[str, Kind], taken: dict[str, Measured], turns: int, rows: int) -> str:
    lines, goals = [], []
    for name, measures in taken.items():
        cells = [name]
        for measure, values in measures.items():
            if not values:
                cells.append("")
                continue
            median = statistics.median(values)
            cells.append(f"{median:,.0f} ms")
            if bare := kinds[name].bare:
                times = median / statistics.median(taken[bare][measure])
                cells[-1] += f" ({times:.2f} ×)"
                if goal := GOALS.get(measure):
                    met = "met" if times <= goal else "**missed**"
                    goals.append(f"{name}, {measure} at most {goal} × bare: {met} ({times:.2f})")
        lines.append(cells)
    beside = f", with {rows:,} rows made up beside the tracker's own data" if rows else ""
    head = f"Medians of {turns} turns, each in a fresh profile of the browser{beside}; × bare\n\n"
    return f"{head}{written.table(('page', *MEASURES), lines)}\nGoals: {'; '.join(goals)}.\n"


@contextmanager
def bare_page(work: Path, charts: Mapping[str, list[str]]) -> Iterator[str]:
    """The address of a bare page that shows those charts."""
    folder = work / "figures"
    folder.mkdir()
    for name, figures in charts.items():
        for number, figure in enumerate(figures):
            (folder / f"{name}-{number}.json").write_text(figure, encoding="utf-8")
    with server({"BENCH_FIGURES": str(folder)}, "bench/bare_page.py") as address:
        yield address


if __name__ == "__main__":
    main()
