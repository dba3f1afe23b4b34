"""`python -m bench.change`: 10,000 new rows into a large warehouse, until readers see them.

Against copying the warehouse's file once: the least that a new version costs where the file system
cannot share blocks.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import threading
import time
from datetime import date, timedelta
from pathlib import Path

import duckdb

from bench import written
from bench.load import ingest, prepare, write_feed
from bench.processes import Taken
from ingest.vocabulary import COUNTRIES
from warehouse.files import sync_file
from warehouse.paths import Store
from warehouse.store import newest, open_version

ROWS, GOAL = 10_000, 1.3
HEADER = "app,metric,period,grain,platform,country,value,unit,basis,as_of\n"


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.change", description=__doc__)
    line.add_argument("--rows", type=int, default=5_000_000, help="of the warehouse")
    line.add_argument("--turns", type=int, default=5)
    line.add_argument("--on", type=Path, help="a folder that bench.load --keep has left")
    options = line.parse_args()
    begun = written.load()
    written.has_section("benchmarks.md", "change")
    with tempfile.TemporaryDirectory(prefix="tracker-change-") as folder:
        work = options.on or Path(folder)
        if not options.on:
            prepare(work)
            feed = work / "feed" / "feed.csv"
            write_feed(feed, options.rows)
            ingest(feed, work / "prepared", work)
        store = Store(work / "prepared")
        seen, runs, copies = list[float](), list[Taken](), list[float]()
        before = len(list(work.glob("change-*.csv")))  # each is another file
        for turn in range(before, before + options.turns):
            copies.append(_copied(newest(store), work / "copy"))
            one, run = _until_seen(store, work, turn)
            seen.append(one)
            runs.append(run)
            print(f"copy {copies[-1]:.2f} s, seen {one:.2f} s, {run}", file=sys.stderr, flush=True)
        size = newest(store).stat().st_size / 1e6
        rows = observations(store)
    text = _told(rows, size, seen, runs, copies)
    told = f"{text}\nDuckDB {duckdb.__version__}. {written.machine(begun)}"
    written.section("benchmarks.md", "change", told)
    print(text)


def observations(store: Store) -> int:
    """How many statements its newest version has."""
    with open_version(newest(store)) as connection:
        row = connection.execute("select count(*) from raw.observation").fetchone()
    return int(row[0]) if row else 0


def _told(rows: int, size: float, seen: list[float], runs: list[Taken], copies: list[float]) -> str:
    copy = statistics.median(copies)
    cpu = f"{statistics.median(run.cpu for run in runs):.1f} s"
    lines = [
        _line("copy the file, with fsync", copies, copy, ""),
        _line("`ingest run`, until readers see them", seen, copy, ""),
        _line("`ingest run`, until it ends", [run.seconds for run in runs], copy, cpu),
    ]
    head = f"{ROWS:,} rows into a warehouse of {rows:,}, a file of {size:,.0f} MB;"
    columns = ("", "median", "slowest", "× copy", "CPU")
    times = statistics.median(seen) / copy
    return (
        f"{head} {len(seen)} turns\n\n{written.table(columns, lines)}\nGoal: readers see them"
        f" after at most {GOAL} × copy: {'met' if times <= GOAL else '**missed**'} ({times:.2f}).\n"
    )


def _line(name: str, taken: list[float], copy: float, cpu: str) -> tuple[str, ...]:
    median = statistics.median(taken)
    return name, f"{median:.2f} s", f"{max(taken):.2f} s", f"{median / copy:.2f}", cpu


def _until_seen(store: Store, work: Path, turn: int) -> tuple[float, Taken]:
    """Seconds from the start of the command until the link names another version."""
    path = work / f"change-{turn}.csv"
    _write(path, turn)
    before, begun, seen = os.readlink(store.link), time.perf_counter(), list[float]()

    def watch() -> None:
        while os.readlink(store.link) == before:
            time.sleep(0.005)
        seen.append(time.perf_counter() - begun)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    run = ingest(path, store.root, work)
    watcher.join(timeout=10)
    return seen[0], run


def _write(path: Path, turn: int) -> None:
    """Days of every country and platform again, said on a later day."""
    said, countries = date(2026, 1, 3) + timedelta(days=turn), sorted(COUNTRIES - {"WW"})
    keys = [
        (app, platform, country, date(2025, 6, 1) + timedelta(days=number))
        for number in range(30)
        for app in ("one", "two")
        for platform in ("ios", "android")
        for country in countries
    ]
    rows = (
        f"{app},revenue,{day},day,{platform},{country},{1000 + turn + place % 7}.5,USD,"
        f"net_of_store,{said}\n"
        for place, (app, platform, country, day) in enumerate(keys[:ROWS])
    )
    path.write_text(HEADER + "".join(rows), encoding="utf-8")


def _copied(version: Path, target: Path) -> float:
    target.unlink(missing_ok=True)
    begun = time.perf_counter()
    shutil.copyfile(version, target)
    sync_file(target)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
