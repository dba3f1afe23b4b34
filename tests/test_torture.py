"""Kills at random moments and readers without pause: `make torture`; a short form in every run.

TRACKER_KILLS and TRACKER_SNAPSHOTS set how many; `make torture` asks for the long form.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.ingest_fixtures import HEADER, TODAY, Desk
from warehouse.store import newest, open_version

PROJECT = Path(__file__).parent.parent
COUNTRIES = ("US", "CN", "JP", "KR", "BR", "IN", "DE", "FR", "GB", "MX")
ROWS_A_SNAPSHOT = 240


def snapshot(number: int) -> str:
    """One file: two apps, twelve months, ten countries, all values equal to the file's number."""
    as_of = date(2026, 1, 1) + timedelta(days=number)
    rows = (
        f"{app},revenue,2025-{month:02},ios,{country},{number},{as_of}"
        for app in ("kling", "jimeng")
        for month in range(1, 13)
        for country in COUNTRIES
    )
    return HEADER + "\n".join(rows) + "\n"


def environment(desk: Desk) -> dict[str, str]:
    """What a process that works on the desk needs to know."""
    return os.environ | {
        "TRACKER_DATA": str(desk.store.root),
        "TRACKER_ROOT": str(desk.root),
        "TRACKER_TODAY": TODAY,
    }


def count(name: str, short: int) -> int:
    """How many the environment asks for, else the short form."""
    return int(os.environ.get(name, short))


def tables(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every table people query and every raw one, but for when things happened.

    What a file was held against (`proofs`) is the version that was out when it was read.
    """
    names = [
        row[0]
        for row in desk.rows(
            "select schema_name || '.' || view_name from duckdb_views() where schema_name = 'main'"
            " and not internal union all select schema_name || '.' || table_name"
            " from duckdb_tables() where schema_name = 'raw' and table_name <> 'version_info'"
        )
    ]
    times = "fetched_at|last_loaded_at|loaded_at|^read_at$|^load_order$|^proofs$"
    return {
        name: desk.rows(
            f"select columns(c -> not regexp_matches(c, '{times}')) from {name} order by all"
        )
        for name in sorted(names)
    }


def test_killed_anywhere_the_next_run_makes_it_whole(desk: Desk, tmp_path: Path) -> None:
    """kill -9 at random moments: what is published then equals a warehouse nobody disturbed."""
    chance = random.Random(20261124)
    quiet = Desk(tmp_path / "quiet")
    kills, done = count("TRACKER_KILLS", 5), 0
    number = 0
    while done < kills:
        content = snapshot(number)
        desk.drop(f"{number}.csv", content)
        quiet.drop(f"{number}.csv", content)
        number += 1
        process = subprocess.Popen(
            [sys.executable, "-m", "ingest", "run"],
            cwd=PROJECT,
            env=environment(desk),
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(timeout=chance.uniform(0.3, 2.6))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            done += 1
        if desk.store.link.exists():
            check_whole(desk)
    desk.run()
    quiet.run()
    made, undisturbed = tables(desk), tables(quiet)
    for name, rows in undisturbed.items():
        assert made[name] == rows, name
    assert made.keys() == undisturbed.keys()
    assert not [path for path in desk.store.root.rglob(".*")]


def check_whole(desk: Desk) -> None:
    """No snapshot is half there."""
    sizes = desk.rows(
        "select distinct n from (select count(*) as n from raw.observation group by snapshot_id)"
    )
    assert sizes in ([], [(ROWS_A_SNAPSHOT,)])


READER = """
import json, sys, duckdb
seen = reads = 0
worst = []
for line in iter(sys.stdin.readline, ""):
    break
while True:
    with duckdb.connect(sys.argv[1], read_only=True) as connection:
        rows = connection.execute(
            "select count(distinct snapshot_id), count(*) from raw.observation").fetchone()
        monthly = connection.execute("select count(*), sum(value) from monthly").fetchone()
        if rows[1] != rows[0] * int(sys.argv[2]):
            worst.append(["half a snapshot", rows])
        if rows[0] < seen:
            worst.append(["a step back", seen, rows])
        seen, reads = max(seen, rows[0]), reads + 1
    if seen >= int(sys.argv[3]) or worst:
        print(json.dumps({"reads": reads, "seen": seen, "worst": worst}))
        break
"""


@pytest.fixture
def readers(desk: Desk) -> Iterator[list[subprocess.Popen[str]]]:
    """Four processes that open and ask the published file again and again with plain DuckDB."""
    wanted = count("TRACKER_SNAPSHOTS", 6)
    line = [sys.executable, "-c", READER, str(desk.store.link), str(ROWS_A_SNAPSHOT), str(wanted)]
    desk.drop("0.csv", snapshot(0))
    desk.run()
    processes = [
        subprocess.Popen(
            line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _number in range(4)
    ]
    yield processes
    for process in processes:
        process.kill()
        process.communicate()


def test_readers_are_never_disturbed_by_loads(
    desk: Desk, readers: list[subprocess.Popen[str]]
) -> None:
    """Four readers without pause and one with cached connections, while snapshots are published:
    no error, no wait for a lock, no half-loaded snapshot, no step back."""
    wanted = count("TRACKER_SNAPSHOTS", 6)
    for process in readers:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    cached: dict[Path, object] = {}
    stop, seen, faults = threading.Event(), set[int](), list[str]()

    def read_on() -> None:
        ended = False
        while not ended:
            ended = stop.is_set()  # once more after the last load
            path = newest(desk.store)
            if path not in cached:
                cached[path] = open_version(path)
            cursor = cached[path].cursor()  # type: ignore[attr-defined]
            [(snapshots, rows)] = cursor.execute(
                "select count(distinct snapshot_id), count(*) from raw.observation"
            ).fetchall()
            if rows != snapshots * ROWS_A_SNAPSHOT:
                faults.append(f"{rows} rows of {snapshots} snapshots")
            seen.add(snapshots)

    thread = threading.Thread(target=read_on)
    thread.start()
    try:
        for number in range(1, wanted):
            desk.drop(f"{number}.csv", snapshot(number))
            assert desk.run()["outcome"] == "ok"
    finally:
        stop.set()
        thread.join()
    told = [process.communicate(timeout=60) for process in readers]
    assert [error for _out, error in told if error] == []
    results = [json.loads(out) for out, _error in told]
    assert [result["worst"] for result in results] == [[], [], [], []]
    assert faults == []
    assert max(seen) == wanted
    print(
        f"reads: {[result['reads'] for result in results]}, versions one process saw: {len(seen)}"
    )
