"""`python -m bench.load`: a whole `ingest run` against bare DuckDB, pandas, Polars and dlt.

With `--large`, of up to 100 million rows, against what does not hold them all in memory. With
`--json`, of Sensor Tower's unified sales (2,000,000 rows are 530 MB) against DuckDB alone: loading
the rows as they are, and making of them the 12,000,000 figures that ours keeps.
They take turns in one run on one machine, each turn beginning with another; what counts is the
ratio of their medians. On a machine that is busy with other things the seconds of CPU say more.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from bench import written
from bench.feed import write_config
from bench.processes import Taken, measured, python, size_of

DOCUMENT = "benchmarks.md"
#: What each does with the file, as the document names it.
NAMES = {
    "ours": "`python -m ingest run`, whole",
    "bare": "DuckDB: `create table` from the file, checkpoint",
    "figures": "DuckDB: the same figures in the same table",
    "polars": "Polars + pandera + DuckDB",
    "pandas": "pandas + pandera + DuckDB",
    "dlt": "dlt, filesystem to DuckDB, Arrow and Parquet on the way",
    "dlt-rows": "dlt, filesystem to DuckDB, row by row, frozen contract",
}
CHECKS = {"ours": "all", "polars": "all", "pandas": "all", "dlt-rows": "columns and types"}
#: So slow, or so greedy, that larger files are left out; and what is measured in one turn only.
MOST = {"dlt-rows": 1_000_000, "pandas": 20_000_000, "polars": 20_000_000}
ONCE = ("dlt-rows",)
GOAL, GOAL_GB = 1.3, 1.5
LIBRARIES = ("duckdb", "polars", "pandas", "pandera", "dlt")


class Kind(NamedTuple):
    """One table of the document: the feed, what is measured and how, unless said otherwise."""

    ending: str
    names: tuple[str, ...]
    sizes: tuple[int, ...]
    turns: int


KINDS = {
    "csv": Kind(
        "csv", ("ours", "bare", "polars", "pandas", "dlt", "dlt-rows"), (1_000_000, 5_000_000), 3
    ),
    "large": Kind("csv", ("ours", "bare", "dlt"), (10_000_000, 100_000_000), 1),
    "json": Kind("json", ("ours", "bare", "figures"), (2_000_000,), 3),
}
Run = Callable[[Path, Path], Taken]


def main() -> None:
    """Measure each size, and write docs/benchmarks.md after each."""
    line = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    which = line.add_mutually_exclusive_group()
    which.add_argument("--json", dest="kind", action="store_const", const="json", default="csv")
    which.add_argument("--large", dest="kind", action="store_const", const="large")
    line.add_argument("--rows", type=int, nargs="+")
    line.add_argument("--turns", type=int)
    line.add_argument("--keep", type=Path, help="a new folder for the last store that was loaded")
    line.add_argument("--only", nargs="+", choices=NAMES, help="`bare` comes along")
    options = line.parse_args()
    kind, begun = KINDS[options.kind], written.load()
    names = [name for name in kind.names if not options.only or name in {*options.only, "bare"}]
    missing = [name for name in names if "dlt" in name and not importlib.util.find_spec("dlt")]
    if missing:
        print("dlt is left out: it needs requirements-bench.txt", file=sys.stderr)
    kind = kind._replace(names=tuple(name for name in names if name not in missing))
    section = f"load-{options.kind}"
    written.has_section(DOCUMENT, section)
    parts: list[str] = []
    for rows in options.rows or kind.sizes:
        parts.append(_of_size(rows, options.turns or kind.turns, kind, options.keep))
        print(parts[-1], flush=True)
        text = "\n".join([*parts, _libraries(), written.machine(begun)])
        written.section(DOCUMENT, section, text)


def _of_size(rows: int, turns: int, kind: Kind, keep: Path | None) -> str:
    names = [name for name in kind.names if rows <= MOST.get(name, rows)]
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        work = Path(folder)
        feed = work / "feed" / f"feed.{kind.ending}"
        write_feed(feed, rows)
        prepare(work)
        taken: dict[str, list[Taken]] = {name: [] for name in names}
        for turn in range(turns):
            first = turn % len(names)
            for name in names[first:] + names[:first]:
                if name in ONCE and turn:
                    continue
                run = _ours if name == "ours" else _contender(name)
                taken[name].append(run(work, feed))
                print(name, taken[name][-1], file=sys.stderr, flush=True)
        if keep:
            shutil.rmtree(keep, ignore_errors=True)
            keep.mkdir(parents=True)
            shutil.move(work / "data", keep / "prepared")
            shutil.move(work / "root", keep / "root")
        said = f"{rows:,} rows, a file of {feed.stat().st_size / 1e6:,.0f} MB"
    turns_said = "one turn each" if turns == 1 else f"medians of {turns} turns"
    once = [NAMES[name] for name in names if name in ONCE and turns > 1]
    if once:
        turns_said += f", one of: {'; '.join(once)}"
    return "\n".join([f"**{said}**; {turns_said}", "", _table(rows, taken), _goals(taken), ""])


def _goals(taken: dict[str, list[Taken]]) -> str:
    """Whether ours is where it is to be; by the clock and the memory of the table."""
    if "ours" not in taken:
        return ""
    times = _medians(taken["ours"]).seconds / _medians(taken["bare"]).seconds
    gb = max(run.gb for run in taken["ours"])
    return (
        f"Goals of `ingest run`: at most {GOAL} × bare by the clock:"
        f" {_met(times <= GOAL)} ({times:.2f}); peak memory under {GOAL_GB} GB:"
        f" {_met(gb < GOAL_GB)} ({gb:.2f} GB)."
    )


def _met(met: bool) -> str:
    return "met" if met else "**missed**"


def _libraries() -> str:
    found = [f"{name} {version(name)}" for name in LIBRARIES if importlib.util.find_spec(name)]
    return f"Each with {', '.join(found)}."


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
                CHECKS.get(name, "nothing"),
                f"{one.seconds:.1f} s",
                f"{one.seconds / bare.seconds:.2f}",
                f"{one.cpu:.1f} s",
                f"{one.cpu / bare.cpu:.2f}",
                f"{1e6 * one.seconds / rows:.2f} µs",
                f"{max(run.gb for run in runs):.2f} GB",
                f"{one.mb:,.0f} MB",
            )
        )
    columns = ("", "checks", "time", "× bare", "CPU", "× bare", "a row", "memory", "disk")
    return written.table(columns, lines)


def _medians(runs: Sequence[Taken]) -> Taken:
    return Taken(*(statistics.median(values) for values in zip(*runs, strict=True)))


if __name__ == "__main__":
    main()
