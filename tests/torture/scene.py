"""What is tortured: a small tracker, the files it is given, and how two warehouses are compared."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

from ingest.__main__ import main
from tests.ingest_fixtures import HEADER, TODAY, Desk
from warehouse import act_log
from warehouse.store import newest, open_version

PROJECT = Path(__file__).parent.parent.parent
COUNTRIES = ("US", "CN", "JP", "KR", "BR", "IN", "DE", "FR", "GB", "MX")
ROWS_A_SNAPSHOT = 240

Tables = dict[str, list[tuple[object, ...]]]


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


def started(
    desk: Desk, line: list[str], more: Mapping[str, str] | None = None
) -> subprocess.Popen[str]:
    """`python` with that line, at work on the desk."""
    return subprocess.Popen(
        [sys.executable, *line],
        cwd=PROJECT,
        env=environment(desk) | (more or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def told(desk: Desk, line: list[str]) -> tuple[int, str]:
    """Exit code of `python -m ingest` with that line, in this process, and what it said."""
    said = io.StringIO()
    with patch.dict(os.environ, environment(desk)), redirect_stdout(said), redirect_stderr(said):
        code = main(line)
    return code, said.getvalue()


def copied(data: Path, root: Path) -> Desk:
    """Another desk with a copy of that data folder."""
    desk = Desk(root)
    shutil.rmtree(desk.store.root)
    shutil.copytree(data, desk.store.root, symlinks=True)
    return desk


def tables(desk: Desk) -> Tables:
    """Every table people query and every raw one, but for when things happened.

    A table people query is its view and the rows that the view shows now, which are those in mart.
    What a file was held against (`proofs`) is the version that was out when it was read. Acts are
    left out: each run that was begun is one, so a tracker that was killed has more of them.
    """
    times = "fetched_at|last_loaded_at|loaded_at|^read_at$|^load_order$|^proofs$"
    with open_version(newest(desk.store)) as connection:
        views = connection.execute(
            "select view_name, sql from duckdb_views() where schema_name = 'main' and not internal"
            " order by all"
        ).fetchall()
        raw = connection.execute(
            "select 'raw.' || table_name from duckdb_tables()"
            " where schema_name = 'raw' and table_name not in ('version_info', 'act')"
        ).fetchall()
        names = [*(f"mart.{view}" for view, _sql in views if view != "acts"), *(n for (n,) in raw)]
        return {"the views of main": views} | {
            name: connection.execute(
                f"select columns(c -> not regexp_matches(c, '{times}')) from {name} order by all"
            ).fetchall()
            for name in sorted(names)
        }


def unlike(made: Tables, wanted: Tables) -> list[str]:
    """The tables in which the two differ."""
    return [
        name for name in sorted(made.keys() | wanted.keys()) if made.get(name) != wanted.get(name)
    ]


def half_loaded(desk: Desk) -> list[tuple[object, ...]]:
    """How many rows a snapshot has that is not there whole."""
    return desk.rows(
        "select distinct n from (select count(*) as n from raw.observation group by snapshot_id)"
        f" where n <> {ROWS_A_SNAPSHOT}"
    )


def log_damage(desk: Desk) -> list[str]:
    """What is wrong with the lines of the log of acts: a cut may lose its end, never its middle."""
    return [fault.problem for fault in act_log.damage(desk.store)]


def left_over(desk: Desk) -> list[str]:
    """Hidden files: what is made aside, and should be gone or have its name when a run is over."""
    return sorted(str(path.relative_to(desk.store.root)) for path in desk.store.root.rglob(".*"))
