"""`python -m bench.page`: our first chart and a control's redraw, in Chromium.

Against a bare Streamlit page with one Plotly chart and one control, by turns in the same browser.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from bench import written
from bench.processes import python
from docs.screenshots import free_port, launch, served, stop, wait_for

BARE = """import plotly.express as px
import streamlit as st

st.title("Bare")
power = st.segmented_control("Power", [1, 2], default=1)
numbers = list(range(24))
st.plotly_chart(px.line(x=numbers, y=[number**power for number in numbers]))
"""

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
Measured = dict[str, list[float]]


class Kind(NamedTuple):
    """A page to measure: its address, and the label of a control that changes its chart."""

    address: str
    label: str


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.page", description=__doc__)
    line.add_argument("--turns", type=int, default=7)
    options = line.parse_args()
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-page-") as folder:
        work = Path(folder)
        python(["-m", "ingest", "run"], {"TRACKER_DATA": str(work / "data")})
        with served(work / "data") as ours, _bare(work) as bare, sync_playwright() as playwright:
            kinds = {
                "bare": Kind(bare, "2"),
                "Growth": Kind(f"{ours}/growth", "Downloads"),
                "Pace": Kind(ours, ""),
            }
            browser = launch(playwright)
            taken = _taken(browser, kinds, options.turns)
            browser.close()
    text = _told(taken)
    written.section("benchmarks.md", "page", f"{text}\n{written.machine(begun)}")
    print(text)


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


def _told(taken: dict[str, Measured]) -> str:
    lines = []
    for name, measures in taken.items():
        cells = [name]
        for measure, values in measures.items():
            if not values:
                cells.append("")
                continue
            median, bare = statistics.median(values), statistics.median(taken["bare"][measure])
            cells.append(f"{median:,.0f} ms ({median / bare:.2f} ×)")
        lines.append(cells)
    turns = len(taken["bare"]["redraw"])
    head = f"Medians of {turns} turns, each in a fresh profile of the browser, and × bare\n\n"
    return head + written.table(("page", *MEASURES), lines)


@contextmanager
def _bare(work: Path) -> Iterator[str]:
    path, port = work / "bare.py", free_port()
    path.write_text(BARE, encoding="utf-8")
    line = [sys.executable, "-m", "streamlit", "run", str(path), "--server.port", str(port)]
    line += ["--server.headless", "true", "--server.fileWatcherType", "none"]
    process = subprocess.Popen(
        [*line, "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(process)


if __name__ == "__main__":
    main()
