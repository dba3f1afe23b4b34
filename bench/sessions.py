"""`python -m bench.sessions`: many people at the Growth page while files are loaded without pause.

Each session speaks the browser's protocol, changes a control, and waits two seconds before the
next; what is measured is the time until the page's script ended. Against one session alone, and
against a bare Streamlit page with the same charts.
"""

from __future__ import annotations

import argparse
import asyncio
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit
from websockets.exceptions import WebSocketException

from bench import written
from bench.beside import Tracker
from bench.page import bare_page, charts_of
from bench.processes import p95
from bench.session import Session
from docs.screenshots import server

PAUSE_SECONDS, GOAL = 2, 3
PAGES = {"Growth": ("growth", "Metric"), "bare": ("", "Figure")}


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.sessions", description=__doc__)
    line.add_argument("--sessions", type=int, default=20)
    line.add_argument("--minutes", type=float, default=5, help="of the many, a fifth of one alone")
    options = line.parse_args()
    written.has_section("benchmarks.md", "sessions")
    begun, seconds = written.load(), options.minutes * 60
    rows, said = [], []
    with tempfile.TemporaryDirectory(prefix="tracker-sessions-") as folder:
        tracker = Tracker(Path(folder))
        with server(tracker.environment) as ours:
            charts = charts_of(ours, *PAGES["Growth"])
            with bare_page(tracker.work, {"growth": charts}) as bare:
                for name, address in {"Growth": ours, "bare": bare}.items():
                    alone = _clicked(address, name, 1, seconds / 5)
                    with _loading(tracker) as loads:
                        many = _clicked(address, name, options.sessions, seconds)
                    rows += [_row(name, 1, alone), _row(name, options.sessions, many)]
                    said.append(_told(name, options.sessions, alone, many, len(loads)))
                    print(said[-1], flush=True)
    head = f"{options.minutes:g} minutes; each session pauses {PAUSE_SECONDS} s between changes"
    columns = ("page", "sessions", "changes", "p50", "p95", "slowest", "errors")
    text = "\n".join([head, "", written.table(columns, rows), *said, ""])
    told = f"{text}\nStreamlit {streamlit.__version__}. {written.machine(begun)}"
    written.section("benchmarks.md", "sessions", told)


class _Clicked:
    """What sessions took for each change, in milliseconds, and what went wrong."""

    def __init__(self) -> None:
        self.taken: list[float] = []
        self.errors: list[str] = []

    @property
    def p95(self) -> float:
        """What 95 of 100 changes did not exceed."""
        return p95(self.taken)


def _clicked(address: str, name: str, sessions: int, seconds: float) -> _Clicked:
    came = _Clicked()

    async def one(number: int) -> None:
        session = Session(address, *PAGES[name])
        try:
            await asyncio.sleep(PAUSE_SECONDS * number / sessions)
            async with session:
                await session.open()
                while time.monotonic() < until:
                    await asyncio.sleep(PAUSE_SECONDS)
                    came.taken.append(await session.change())
        except (WebSocketException, OSError) as error:
            came.errors.append(f"{type(error).__name__}: {error}")
        came.errors += session.errors

    async def every() -> None:
        await asyncio.gather(*(one(number) for number in range(sessions)))

    until = time.monotonic() + seconds
    asyncio.run(every())
    if not came.taken:
        raise SystemExit(f"no change was answered: {came.errors[:3]}")
    print(name, sessions, f"{came.p95:.0f} ms", came.errors[:3], file=sys.stderr, flush=True)
    return came


@contextmanager
def _loading(tracker: Tracker) -> Iterator[list[float]]:
    """Load one small file after the other; the seconds of each."""
    loads, ended = list[float](), threading.Event()
    first = len(list(tracker.work.glob("more-*.csv")))

    def load_on() -> None:
        while not ended.is_set():
            loads.append(tracker.publish(first + len(loads)).seconds)

    thread = threading.Thread(target=load_on)
    thread.start()
    try:
        yield loads
    finally:
        ended.set()
        thread.join()


def _row(name: str, sessions: int, came: _Clicked) -> tuple[str, ...]:
    figures = (statistics.median(came.taken), came.p95, max(came.taken))
    times = (f"{figure:,.0f} ms" for figure in figures)
    beside = " beside loads" if sessions > 1 else ""
    return name, f"{sessions}{beside}", f"{len(came.taken):,}", *times, str(len(came.errors))


def _told(name: str, sessions: int, alone: _Clicked, many: _Clicked, loads: int) -> str:
    times = many.p95 / alone.p95
    goal = ""
    if name != "bare":
        met = times < GOAL and not many.errors
        goal = f" Goal: under {GOAL} times, no error: {'met' if met else '**missed**'}."
    return (
        f"{name}: with {sessions} sessions and {loads} loads beside them the 95th percentile is"
        f" {times:.1f} times that of one alone.{goal}\n"
    )


if __name__ == "__main__":
    main()
