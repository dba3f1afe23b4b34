"""`python -m bench.refresh --on FOLDER`: all models of a large warehouse against one group by.

FOLDER is one that `python -m bench.load --large --keep FOLDER` has left and `python -m bench.change
--on FOLDER` has changed. The version before the last change is brought in line with the ledger once
more: its touched parts are computed, then all of it, and every table is to be the same. Beside it
one `group by` of the statements to month, app and country.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from bench import written
from warehouse import build, clock, draft, load
from warehouse.ledger import Ledger
from warehouse.paths import Store
from warehouse.store import MEMORY_LIMIT, open_draft, versions

GOAL_FULL, GOAL_PART = 3, 0.1
GROUP_BY = """
create or replace table bare as
select date_trunc('month', period_start) as month, app_id, country, sum(value) as value
from raw.observation group by all
"""


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.refresh", description=__doc__)
    line.add_argument("--on", type=Path, required=True)
    options = line.parse_args()
    begun = written.load()
    written.has_section("benchmarks.md", "refresh")
    store = Store(options.on / "prepared")
    with _before_the_change(store) as connection:
        load.bring_in_line(connection, Ledger.read(store))
        rows = connection.execute("select count(*) from raw.observation").fetchone()
        part = _refreshed(connection, all_touched=False)
        in_parts = _tables(connection)
        full = _refreshed(connection, all_touched=True)
        differing = [name for name, held in _tables(connection).items() if held != in_parts[name]]
        bare = min(_grouped(connection) for _turn in range(3))
    text = _told(rows[0] if rows else 0, {"bare": bare, "full": full, "part": part}, differing)
    told = f"{text}\nDuckDB {duckdb.__version__}. {written.machine(begun)}"
    written.section("benchmarks.md", "refresh", told)
    print(text)


@contextmanager
def _before_the_change(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the last version but one, to be written to with the memory of a load."""
    with tempfile.TemporaryDirectory(dir=store.root) as folder:
        copy = Path(folder) / "copy.duckdb"
        shutil.copyfile(versions(store)[1].path, copy)
        copy.chmod(0o600)
        with open_draft(copy, store, MEMORY_LIMIT, clock.today()) as connection:
            yield connection


def _refreshed(connection: duckdb.DuckDBPyConnection, *, all_touched: bool) -> float:
    begun = time.perf_counter()
    connection.begin()
    build.build(connection, fresh=False, refresh=draft.way(connection, all_touched=all_touched))
    connection.commit()
    return time.perf_counter() - begun


def _grouped(connection: duckdb.DuckDBPyConnection) -> float:
    begun = time.perf_counter()
    connection.execute(GROUP_BY)
    return time.perf_counter() - begun


def _tables(connection: duckdb.DuckDBPyConnection) -> dict[str, tuple[int, int]]:
    """Of each kept table its rows, and the sum of their hashes."""
    held = {}
    for model in build.models():
        if model.kept:
            row = connection.execute(
                f"select count(*), sum(hash(held)) from mart.{model.name} as held"
            ).fetchone()
            assert row
            held[model.name] = row
    return held


def _told(rows: int, taken: dict[str, float], differing: list[str]) -> str:
    bare, full, part = taken["bare"], taken["full"], taken["part"]
    lines = [
        ("one `group by` to month, app and country", f"{bare:.2f} s", "1.0", ""),
        ("all models", f"{full:.2f} s", f"{full / bare:.1f}", "1.00"),
        ("the touched parts after one small file", f"{part:.2f} s", "", f"{part / full:.2f}"),
    ]
    goals = [
        f"all models at most {GOAL_FULL} × group by: {_met(full <= GOAL_FULL * bare)}",
        f"the touched parts under a tenth of all: {_met(part < GOAL_PART * full)}",
        f"every table the same: {'met' if not differing else f'**missed** ({differing})'}",
    ]
    table = written.table(("", "time", "× group by", "× all"), lines)
    return f"{rows:,} statements\n\n{table}\nGoals: {'; '.join(goals)}.\n"


def _met(met: bool) -> str:
    return "met" if met else "**missed**"


if __name__ == "__main__":
    main()
