"""`python -m bench.load`: a whole `ingest run` against bare DuckDB, pandas, Polars and dlt.

With `--json`, of Sensor Tower's unified sales (2,000,000 rows are 530 MB) against DuckDB alone:
loading the rows as they are, and making of them the 12,000,000 figures that ours keeps.
They take turns in one run on one machine; what counts is the ratio of their medians. On a machine
that is busy with other things the seconds of CPU say more.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import written
from bench.feed import write_config
from bench.processes import Taken, measured, python, size_of

#: What each does with the file, as the document names it.
NAMES = {
    "ours": "`python -m ingest run`, whole",
    "bare": "DuckDB: `create table … from read_csv`, checkpoint",
    "figures": "DuckDB: the same figures in the same table",
    "polars": "Polars + pandera + DuckDB",
    "pandas": "pandas + pandera + DuckDB",
    "dlt": "dlt, filesystem to DuckDB, Arrow and Parquet on the way",
}
CHECKED = ("ours", "polars", "pandas")
Run = Callable[[Path, Path], Taken]


def main() -> None:
    """Measure each size, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    line.add_argument("--json", action="store_true")
    line.add_argument("--rows", type=int, nargs="+")
    line.add_argument("--turns", type=int, default=3)
    options = line.parse_args()
    kind = "json" if options.json else "csv"
    sizes = options.rows or ([2_000_000] if options.json else [1_000_000, 5_000_000])
    begun, parts = written.load(), []
    for rows in sizes:
        parts.append(_of_size(rows, options.turns, kind))
        print(parts[-1], flush=True)
    text = "\n".join([*parts, written.machine(begun)])
    written.section("benchmarks.md", f"load-{kind}", text)


def _of_size(rows: int, turns: int, kind: str) -> str:
    names = ["ours", "bare", *(("figures",) if kind == "json" else ("polars", "pandas"))]
    if kind == "csv" and importlib.util.find_spec("dlt"):
        names.append("dlt")
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        work = Path(folder)
        feed = work / "feed" / f"feed.{kind}"
        write_feed(feed, rows)
        prepare(work)
        taken: dict[str, list[Taken]] = {name: [] for name in names}
        for _turn in range(turns):
            for name in names:
                run = _ours if name == "ours" else _contender(name)
                taken[name].append(run(work, feed))
                print(name, taken[name][-1], file=sys.stderr, flush=True)
        said = f"{rows:,} rows, a file of {feed.stat().st_size / 1e6:,.0f} MB"
    turns_said = "one turn" if turns == 1 else f"medians of {turns} turns"
    return f"**{said}**; {turns_said}\n\n" + _table(rows, taken)


def prepare(work: Path) -> None:
    """A store that has its first version already, as every store but a new one has."""
    write_config(work / "root")
    first = work / "first.csv"
    write_feed(first, 10)
    ingest(first, work / "prepared", work)


def write_feed(path: Path, rows: int) -> None:
    """In a process of its own: a child's peak memory counts from its parent's."""
    path.parent.mkdir(exist_ok=True)
    python(["-m", "bench.feed", str(path), str(rows)], {})


def ingest(feed: Path, data: Path, work: Path) -> Taken:
    """One `ingest run` of the file into that data folder."""
    source = "unified" if feed.suffix == ".json" else "feed"
    environment = {"TRACKER_DATA": str(data), "TRACKER_ROOT": str(work / "root")}
    return measured(["-m", "ingest", "run", "--source", source, str(feed)], environment)


def _ours(work: Path, feed: Path) -> Taken:
    data = work / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(work / "prepared", data, symlinks=True)
    before = size_of(data)
    return ingest(feed, data, work)._replace(mb=size_of(data) - before)


def _contender(name: str) -> Run:
    def run(work: Path, feed: Path) -> Taken:
        place = work / "contender"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        line = ["-m", "bench.contenders", name, str(feed), str(place / "feed.duckdb")]
        return measured(line, {})._replace(mb=size_of(place))

    return run


def _table(rows: int, taken: dict[str, list[Taken]]) -> str:
    bare, lines = _medians(taken["bare"]), []
    for name, runs in taken.items():
        one = _medians(runs)
        lines.append(
            (
                NAMES[name],
                "yes" if name in CHECKED else "no",
                f"{one.seconds:.1f} s",
                f"{one.seconds / bare.seconds:.2f}",
                f"{one.cpu:.1f} s",
                f"{one.cpu / bare.cpu:.2f}",
                f"{1e6 * one.seconds / rows:.2f} µs",
                f"{max(run.gb for run in runs):.2f} GB",
                f"{one.mb:,.0f} MB",
            )
        )
    columns = ("", "checks rows", "time", "× bare", "CPU", "× bare", "a row", "memory", "disk")
    return written.table(columns, lines)


def _medians(runs: list[Taken]) -> Taken:
    return Taken(*(statistics.median(values) for values in zip(*runs, strict=True)))


if __name__ == "__main__":
    main()
