"""`python -m bench`: a whole `ingest run` against bare DuckDB and against pandas + pandera.

With `--json`, of Sensor Tower's unified sales (2,000,000 rows are 530 MB) against DuckDB alone:
loading the rows as they are, and making of them the 12,000,000 figures that ours keeps.
They take turns in one run on one machine; what counts is the ratio of their medians. On a machine
that is busy with other things the seconds of CPU say more.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench.feed import write_config

PROJECT = Path(__file__).parent.parent


class Taken(NamedTuple):
    """What one process took: seconds by the clock, seconds of CPU, peak memory in GB."""

    seconds: float
    cpu: float
    gb: float


def main() -> None:
    """Print seconds, peak memory and ratios."""
    line = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    line.add_argument("--json", action="store_true")
    line.add_argument("--rows", type=int)
    line.add_argument("--turns", type=int, default=3)
    options = line.parse_args()
    rows = options.rows or (2_000_000 if options.json else 5_000_000)
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        work = Path(folder)
        feed = work / ("feed.json" if options.json else "feed.csv")
        _write_feed(feed, rows)
        _prepare(work)
        print(f"{rows:,} rows, {feed.stat().st_size / 1e6:,.0f} MB, {os.cpu_count()} cores")
        names = ("bare", "figures") if options.json else ("bare", "pandas")
        runs = {"ours": _ours, **{name: _contender(name) for name in names}}
        taken: dict[str, list[Taken]] = {name: [] for name in runs}
        for _turn in range(options.turns):
            for name, run in runs.items():
                taken[name].append(run(work, feed))
        _report(taken)


def _prepare(work: Path) -> None:
    """A store that has its first version already, as every store but a new one has."""
    write_config(work / "root")
    first = work / "first.csv"
    _write_feed(first, 10)
    _measured(_ingest(first), work / "prepared", work)


def _write_feed(path: Path, rows: int) -> None:
    """In a process of its own: a child's peak memory counts from its parent's."""
    subprocess.run([sys.executable, "-m", "bench.feed", str(path), str(rows)], check=True)


def _ours(work: Path, feed: Path) -> Taken:
    data = work / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(work / "prepared", data, symlinks=True)
    return _measured(_ingest(feed), data, work)


def _ingest(feed: Path) -> list[str]:
    source = "unified" if feed.suffix == ".json" else "feed"
    return [sys.executable, "-m", "ingest", "run", "--source", source, str(feed)]


def _contender(name: str):  # type: ignore[no-untyped-def]
    def run(work: Path, feed: Path) -> Taken:
        database = work / "contender.duckdb"
        database.unlink(missing_ok=True)
        command = [sys.executable, "-m", "bench.contenders", name, str(feed), str(database)]
        return _measured(command, work / "data", work)

    return run


def _measured(command: list[str], data: Path, work: Path) -> Taken:
    """What one process took, start-up included."""
    environment = os.environ | {"TRACKER_DATA": str(data), "TRACKER_ROOT": str(work / "root")}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    said = process.stderr.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()}")
    return Taken(
        time.perf_counter() - begun, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1e6
    )


def _report(taken: dict[str, list[Taken]]) -> None:
    bare = taken["bare"]
    for name, runs in taken.items():
        seconds = ", ".join(f"{run.seconds:.1f}" for run in runs)
        clock, cpu = _median(runs, "seconds"), _median(runs, "cpu")
        by_clock, by_cpu = clock / _median(bare, "seconds"), cpu / _median(bare, "cpu")
        peak = max(run.gb for run in runs)
        print(
            f"{name:7} {clock:5.1f} s ({seconds}), {cpu:.1f} s of CPU, {peak:.2f} GB,"
            f" {by_clock:.2f} x bare, of CPU {by_cpu:.2f} x"
        )


def _median(runs: list[Taken], measure: str) -> float:
    return statistics.median(getattr(run, measure) for run in runs)


if __name__ == "__main__":
    main()
