"""`python -m bench`: a whole `ingest run` against bare DuckDB and against pandas + pandera.

The three take turns in one run on one machine; what counts is the ratio of their medians.
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

from bench.feed import write_config

PROJECT = Path(__file__).parent.parent


def main() -> None:
    """Print seconds, peak memory and ratios."""
    line = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    line.add_argument("--rows", type=int, default=5_000_000)
    line.add_argument("--turns", type=int, default=3)
    options = line.parse_args()
    with tempfile.TemporaryDirectory(prefix="tracker-bench-") as folder:
        work = Path(folder)
        feed = work / "feed.csv"
        _write_feed(feed, options.rows)
        _prepare(work)
        print(f"{options.rows:,} rows, {feed.stat().st_size / 1e6:,.0f} MB, {os.cpu_count()} cores")
        runs = {"ours": _ours, "bare": _contender("bare"), "pandas": _contender("pandas")}
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
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


def _ours(work: Path, feed: Path) -> tuple[float, float]:
    data = work / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(work / "prepared", data, symlinks=True)
    return _measured(_ingest(feed), data, work)


def _ingest(feed: Path) -> list[str]:
    return [sys.executable, "-m", "ingest", "run", "--source", "feed", str(feed)]


def _contender(name: str):  # type: ignore[no-untyped-def]
    def run(work: Path, feed: Path) -> tuple[float, float]:
        database = work / "contender.duckdb"
        database.unlink(missing_ok=True)
        command = [sys.executable, "-m", "bench.contenders", name, str(feed), str(database)]
        return _measured(command, work / "data", work)

    return run


def _measured(command: list[str], data: Path, work: Path) -> tuple[float, float]:
    """Wall seconds and peak memory in GB of one process, start-up included."""
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
    return time.perf_counter() - begun, usage.ru_maxrss / 1e6


def _report(taken: dict[str, list[tuple[float, float]]]) -> None:
    medians = {name: statistics.median(s for s, _gb in runs) for name, runs in taken.items()}
    for name, runs in taken.items():
        seconds = ", ".join(f"{s:.1f}" for s, _gb in runs)
        peak = max(gb for _s, gb in runs)
        ratio = medians[name] / medians["bare"]
        print(f"{name:7} {medians[name]:5.1f} s ({seconds}), {peak:.2f} GB, {ratio:.2f} x bare")


if __name__ == "__main__":
    main()
