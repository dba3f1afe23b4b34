"""Readers without pause while files are loaded: no error, no wait, nothing half, no step back."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.ingest_fixtures import Desk
from tests.torture.scene import ROWS_A_SNAPSHOT, snapshot
from warehouse.store import newest, open_version

READERS = 4
#: Opens and asks the published file with plain DuckDB until it is told that the last load is in.
READER = """
import json, sys, threading, duckdb
seen = reads = 0
worst, last = [], []
sys.stdin.readline()
threading.Thread(target=lambda: last.append(int(sys.stdin.readline())), daemon=True).start()
while not worst and not (last and seen >= last[0]):
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        rows = connection.execute(
            "select count(distinct snapshot_id), count(*) from raw.observation").fetchone()
        monthly = connection.execute("select count(*), sum(value) from monthly").fetchone()
    if rows[1] != rows[0] * int(sys.argv[2]):
        worst.append(["half a snapshot", rows])
    if rows[0] < seen:
        worst.append(["a step back", seen, rows])
    seen, reads = max(seen, rows[0]), reads + 1
print(json.dumps({"reads": reads, "seen": seen, "worst": worst}))
"""


@dataclass
class Read:
    """How many loads, reads and versions, and what was wrong."""

    loads: int = 0
    reads: int = 0
    versions: int = 0
    wrong: list[str] = field(default_factory=list)


def disturbed(desk: Desk, loads: Iterator[int]) -> Read:
    """Read from four processes, and from this one with cached connections, while it loads.

    `loads` says how many there were, and goes on as long as there are to be more.
    """
    desk.drop("0.csv", snapshot(0))
    desk.run()
    came = Read(loads=1)
    with _reading(desk) as processes, _cached(desk, came):
        _tell(processes, "go")
        for _number in loads:
            desk.drop(f"{came.loads}.csv", snapshot(came.loads))
            if (outcome := desk.run()["outcome"]) != "ok":
                came.wrong.append(f"load {came.loads}: {outcome}")
            came.loads += 1
        _tell(processes, str(came.loads))
        for process in processes:
            told, error = process.communicate(timeout=300)
            came.wrong += [error[-1000:]] if error else []
            one: dict[str, Any] = json.loads(told or '{"reads": 0, "worst": []}')
            came.wrong += [str(fault) for fault in one["worst"]]
            came.reads += one["reads"]
    return came


def _tell(processes: list[subprocess.Popen[str]], line: str) -> None:
    for process in processes:
        assert process.stdin
        process.stdin.write(f"{line}\n")
        process.stdin.flush()


@contextmanager
def _reading(desk: Desk) -> Iterator[list[subprocess.Popen[str]]]:
    line = [sys.executable, "-c", READER, str(desk.store.link), str(ROWS_A_SNAPSHOT)]
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    processes = [subprocess.Popen(line, text=True, **pipes) for _number in range(READERS)]
    try:
        yield processes
    finally:
        for process in processes:
            if process.poll() is None:
                process.kill()
                process.communicate()


@contextmanager
def _cached(desk: Desk, came: Read) -> Iterator[None]:
    """Read in this process too, each version by one connection, as the dashboard does."""
    cached: dict[Path, Any] = {}
    stop, seen = threading.Event(), set[int]()

    def read_on() -> None:
        ended = False
        while not ended:
            ended = stop.is_set()  # once more after the last load
            path = newest(desk.store)
            if path not in cached:
                cached[path] = open_version(path)
            [(snapshots, rows)] = (
                cached[path]
                .cursor()
                .execute("select count(distinct snapshot_id), count(*) from raw.observation")
                .fetchall()
            )
            if rows != snapshots * ROWS_A_SNAPSHOT:
                came.wrong.append(f"{rows} rows of {snapshots} snapshots")
            seen.add(snapshots)

    thread = threading.Thread(target=read_on)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        came.versions = len(seen)
        if max(seen) != came.loads:
            came.wrong.append(f"this process saw {max(seen)} of {came.loads} loads")
