"""`python -m bench.questions`: what each page asks, the Ask page's good questions, each table.

As of now and as known on a day, against DuckDB on the ledger's Parquet with nothing kept: the same
models, computed from the files each time. The data are those the tracker ships with; `--rows` adds
made-up observations of its two apps.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import duckdb
from streamlit.testing.v1 import AppTest

from app_pages import gallery, reader
from bench import written
from bench.beside import Tracker
from bench.processes import PROJECT, p95
from warehouse import build, load
from warehouse.as_known import AsKnown
from warehouse.catalogue import ASKED
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.store import newest, open_version, scratch

PAGES = ("pace", "growth", "market", "history", "alerts", "data")
KNOWN_ON = date(2026, 8, 1)
OBSERVATIONS = "raw.observation"

NOW, ON_A_DAY, PARQUET = "now", "as known on a day", "from Parquet"
#: 95 of 100 queries are to be answered in so many milliseconds.
GOALS = {NOW: 50, ON_A_DAY: 200}
TABLE_ROWS = 1000

#: Queries with what was asked.
Asked = list[tuple[str, dict[str, Any]]]
#: Asks all of them; the milliseconds of each.
Ways = dict[str, Callable[[Asked], list[float]]]


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.questions", description=__doc__)
    line.add_argument("--turns", type=int, default=20, help="at most")
    line.add_argument("--minutes", type=float, default=6, help="of all, then with fewer turns")
    line.add_argument("--rows", type=int, default=0, help="made up, beside the tracker's own data")
    line.add_argument(
        "--large", action="store_true", help="the pages alone, and not the ledger's Parquet"
    )
    line.add_argument(
        "--on", type=Path, help="a folder for the data; used as it is when it is there"
    )
    options = line.parse_args()
    section = "questions-large" if options.large else "questions"
    written.has_section("benchmarks.md", section)
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-questions-") as folder:
        tracker = Tracker(options.on or Path(folder), options.rows)
        os.environ.update(tracker.environment)
        store = Store(tracker.data)
        asked = {f"{page.capitalize()} page": _asked_by(page) for page in PAGES}
        if not options.large:
            asked |= _by_hand()
        with open_version(newest(store)) as connection:
            counted = connection.execute(f"select count(*) from {OBSERVATIONS}").fetchone()
            ways = _ways(connection)
            if not options.large:
                ways[PARQUET] = _timed(_on_parquet(store), date.today())
            text = _measured(asked, ways, options.turns, options.minutes)
    head = f"{counted[0] if counted else 0:,} observations. {text}"
    told = f"{head}\nDuckDB {duckdb.__version__}. {written.machine(begun)}"
    written.section("benchmarks.md", section, told)
    print(text)


def _asked_by(page: str) -> Asked:
    """What a page asks when it is opened, in its order."""
    asked: Asked = []
    answer = reader.answer

    def noted(key: str, question: reader.Question) -> Any:
        asked.append((reader.query(question.name), question.parameters))
        return answer(key, question)

    with patch.object(reader, "answer", noted):
        app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=300).run()
        if page != PAGES[0]:
            asked.clear()
            app.switch_page(f"app_pages/{page}.py").run()
    if app.exception or not asked:
        raise SystemExit(f"the {page} page fails, so that nothing can be measured: {app.exception}")
    return asked


def _by_hand() -> dict[str, Asked]:
    """What people ask without a page."""
    return {
        "the good questions of the Ask page": [(entry.sql, {}) for entry in gallery.entries()],
        f"each table, {TABLE_ROWS:,} rows of it": [
            (f"from {model.name} limit {TABLE_ROWS}", {})
            for model in build.models()
            if model.name in ASKED
        ],
    }


def _ways(connection: duckdb.DuckDBPyConnection) -> Ways:
    return {NOW: _timed(connection, None), ON_A_DAY: _timed(connection, KNOWN_ON)}


def _timed(on: duckdb.DuckDBPyConnection, day: date | None) -> Callable[[Asked], list[float]]:
    def run(asked: Asked) -> list[float]:
        taken, cursor = [], AsKnown(on, day)
        for sql, parameters in asked:
            begun = time.perf_counter()
            cursor.execute(sql, parameters).fetchall()
            taken.append(1000 * (time.perf_counter() - begun))
        cursor.close()
        return taken

    return run


def _on_parquet(store: Store) -> duckdb.DuckDBPyConnection:
    """A database in memory whose observations are the ledger's Parquet files; no model is kept."""
    connection, ledger = scratch(), Ledger.read(store)
    build.create_raw(connection)
    build.add_drawn(connection)
    load.bring_in_line(connection, ledger)
    types = connection.execute(f"describe {OBSERVATIONS}").fetchall()
    cast = ", ".join(f"cast({name} as {kind}) as {name}" for name, kind, *_rest in types)
    held = connection.execute(f"select distinct snapshot_id from {OBSERVATIONS}").fetchall()
    files = ledger.files([snapshot for (snapshot,) in held], "observation")
    connection.execute(f"drop table {OBSERVATIONS}")
    connection.execute(
        f"create view {OBSERVATIONS} as select {cast}"
        f" from read_parquet({files!r}, union_by_name = true)"
    )
    return connection


def _measured(asked: dict[str, Asked], ways: Ways, turns: int, minutes: float) -> str:
    lines, single = [], {way: list[float]() for way in ways}
    seconds = minutes * 60 / len(asked) / len(ways)
    for name, queries in asked.items():
        cells, medians = [name, str(len(queries))], {}
        for way, run in ways.items():
            runs = _repeated(lambda run=run, queries=queries: run(queries), turns, seconds)
            sums = [sum(taken) for taken in runs]
            single[way] += [one for taken in runs for one in taken]
            medians[way] = statistics.median(sums)
            cells.append(f"{medians[way]:,.0f} / {p95(sums):,.0f} ms ({len(runs)})")
        if PARQUET in ways:
            cells.append(f"{medians[PARQUET] / medians[NOW]:,.0f} times")
        lines.append(cells)
        print(*cells, sep=" | ", flush=True)
    columns = ("all that is asked at once", "queries", *ways)
    if PARQUET in ways:
        columns = (*columns, "Parquet ÷ now")
    goals = []
    for way, goal in GOALS.items():
        within = sum(one <= goal for one in single[way]) / len(single[way])
        met = "met" if within >= 0.95 else "**missed**"
        goals.append(
            f"{way}, 95 of 100 in at most {goal} ms: {met} (95th percentile {p95(single[way]):,.0f}"
            f" ms, slowest {max(single[way]):,.0f} ms, {len(single[way]):,} queries)"
        )
    head = "p50 / p95 of asking all of it (turns)\n\n"
    return f"{head}{written.table(columns, lines)}\nOf single queries: {'; '.join(goals)}.\n"


def _repeated(run: Callable[[], list[float]], turns: int, seconds: float) -> list[list[float]]:
    """What each turn took, after one that counts only where it took all the time there is."""
    until = time.monotonic() + seconds
    first, runs = run(), list[list[float]]()
    if time.monotonic() > until:
        return [first]
    while len(runs) < 2 or (len(runs) < turns and time.monotonic() < until):
        runs.append(run())
    return runs


if __name__ == "__main__":
    main()
