"""`python -m bench.questions`: what each page asks, and the good questions of the Ask page.

As of now and as known on a day, against DuckDB on the ledger's Parquet with nothing kept: the same
models, computed from the files each time. The data are those the tracker ships with.
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
from bench.processes import PROJECT, python
from warehouse import build, load
from warehouse.as_known import AsKnown
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.store import newest, open_version, scratch

PAGES = ("pace", "growth", "market", "history", "alerts", "data")
KNOWN_ON = date(2026, 8, 1)
OBSERVATIONS = "raw.observation"

#: Queries with what was asked.
Asked = list[tuple[str, dict[str, Any]]]
Ways = dict[str, Callable[[Asked], float]]


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.questions", description=__doc__)
    line.add_argument("--turns", type=int, default=20)
    options = line.parse_args()
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-questions-") as folder:
        os.environ["TRACKER_DATA"] = folder
        python(["-m", "ingest", "run"], {})
        store = Store(Path(folder))
        asked = {f"{page.capitalize()} page": _asked_by(page) for page in PAGES}
        asked["the good questions of the Ask page"] = [(e.sql, {}) for e in gallery.entries()]
        with open_version(newest(store)) as connection, _on_parquet(store) as bare:
            text = _measured(asked, _ways(connection, bare), options.turns)
    written.section("benchmarks.md", "questions", f"{text}\n{written.machine(begun)}")
    print(text)


def _asked_by(page: str) -> Asked:
    """What a page asks when it is opened, in its order."""
    asked: Asked = []
    answer = reader.answer

    def noted(*arguments: Any) -> Any:
        asked.append((reader.query(arguments[4]), arguments[5]))
        return answer(*arguments)

    with patch.object(reader, "answer", noted):
        app = AppTest.from_file(str(PROJECT / "dashboard.py"), default_timeout=300).run()
        if page != PAGES[0]:
            asked.clear()
            app.switch_page(f"app_pages/{page}.py").run()
    return asked


def _ways(connection: duckdb.DuckDBPyConnection, bare: duckdb.DuckDBPyConnection) -> Ways:
    def timed(on: duckdb.DuckDBPyConnection, day: date | None) -> Callable[[Asked], float]:
        def run(asked: Asked) -> float:
            begun = time.perf_counter()
            cursor = AsKnown(on, day)
            for sql, parameters in asked:
                cursor.execute(sql, parameters).fetchall()
            cursor.close()
            return 1000 * (time.perf_counter() - begun)

        return run

    return {
        "now": timed(connection, None),
        "as known on a day": timed(connection, KNOWN_ON),
        "from Parquet": timed(bare, date.today()),
    }


def _on_parquet(store: Store) -> duckdb.DuckDBPyConnection:
    """A database in memory whose observations are the ledger's Parquet files; no model is kept."""
    connection, ledger = scratch(), Ledger.read(store)
    build.create_raw(connection)
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


def _measured(asked: dict[str, Asked], ways: Ways, turns: int) -> str:
    lines = []
    for name, queries in asked.items():
        cells, medians = [name, str(len(queries))], {}
        for way, run in ways.items():
            run(queries)
            few = max(3, turns // 5) if way == "from Parquet" else turns
            taken = sorted(run(queries) for _turn in range(few))
            medians[way] = statistics.median(taken)
            cells.append(f"{medians[way]:,.0f} / {taken[int(0.95 * (few - 1))]:,.0f} ms")
        cells.append(f"{medians['from Parquet'] / medians['now']:,.0f} times")
        lines.append(cells)
        print(*cells, sep=" | ", flush=True)
    columns = ("all that is asked at once", "queries", *ways, "Parquet ÷ now")
    return f"p50 / p95 of {turns} turns\n\n" + written.table(columns, lines)


if __name__ == "__main__":
    main()
