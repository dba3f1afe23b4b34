"""`python -m bench.superset --superset VENV/bin`: our Growth page against Apache Superset.

The same warehouse file and the same chart, the apps' revenue of the world by month; by turns in one
Chromium. Superset is installed in a virtual environment of its own, since it wants other versions
of what we use: docs/benchmarks.md has the line.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import APIRequestContext, Browser, sync_playwright

from bench import page, written
from bench.beside import Tracker
from docs.screenshots import free_port, launch, running, server

USER = {"username": "measuring", "password": "measuring"}
#: Milliseconds since the page was asked for, when its first chart is on the screen.
FIRST = """() => document.querySelector("canvas") ? performance.now() : false"""
#: As Superset is shipped, but the forms of its charts are kept in memory and not in its database.
CONFIG = """
SECRET_KEY = "made up for measuring, and of no use elsewhere"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
WTF_CSRF_ENABLED = TALISMAN_ENABLED = PREVENT_UNSAFE_DB_CONNECTIONS = False
CACHE_CONFIG = DATA_CACHE_CONFIG = {{"CACHE_TYPE": "NullCache"}}
FILTER_STATE_CACHE_CONFIG = EXPLORE_FORM_DATA_CACHE_CONFIG = {{"CACHE_TYPE": "SimpleCache"}}
"""
CHART = {
    "viz_type": "echarts_timeseries_line",
    "x_axis": "month",
    "time_grain_sqla": "P1M",
    "metrics": [
        {
            "expressionType": "SIMPLE",
            "column": {"column_name": "value"},
            "aggregate": "SUM",
            "label": "value",
        }
    ],
    "groupby": ["app_id"],
    "adhoc_filters": [
        {
            "expressionType": "SIMPLE",
            "clause": "WHERE",
            "subject": subject,
            "operator": "==",
            "comparator": only,
        }
        for subject, only in (("metric", "revenue"), ("country", "WW"))
    ],
}


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.superset", description=__doc__)
    line.add_argument("--superset", type=Path, required=True, help="the folder of its commands")
    line.add_argument("--turns", type=int, default=7)
    options = line.parse_args()
    written.has_section("benchmarks.md", "superset")
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-superset-") as folder:
        tracker = Tracker(Path(folder))
        version = (tracker.data / "warehouse.duckdb").resolve()
        with (
            superset(options.superset, tracker.work / "superset", version) as theirs,
            server(tracker.environment) as ours,
            sync_playwright() as playwright,
        ):
            browser = launch(playwright)
            taken = _taken(browser, theirs, f"{ours}/growth", options.turns)
            browser.close()
    text = _told(taken)
    written.section("benchmarks.md", "superset", f"{text}\n{written.machine(begun)}")
    print(text)


@contextmanager
def superset(commands: Path, folder: Path, version: Path) -> Iterator[str]:
    """The address of a Superset server with that version as a database, stopped at the end."""
    folder.mkdir()
    config = folder / "superset_config.py"
    config.write_text(CONFIG.format(folder=folder), encoding="utf-8")
    environment = os.environ | {
        "SUPERSET_CONFIG_PATH": str(config),
        "SUPERSET_HOME": str(folder),
        "FLASK_APP": "superset",
    }
    person = [f"--{key}={value}" for key, value in USER.items()]
    named = ["--firstname=M", "--lastname=M", "--email=measuring@example.org"]
    database = f"duckdb:///{version}?access_mode=read_only"
    for line in (
        ["db", "upgrade"],
        ["fab", "create-admin", *person, *named],
        ["init"],
        ["set-database-uri", "-d", "tracker", "-u", database],
    ):
        subprocess.run(
            [commands / "superset", *line], env=environment, check=True, capture_output=True
        )
    port = free_port()
    serve = ["-w", "1", "-k", "gthread", "--threads", "20", "-b", f"127.0.0.1:{port}"]
    command = [commands / "gunicorn", *serve, "superset.app:create_app()"]
    with running(command, environment, f"http://127.0.0.1:{port}", "/health") as address:
        yield address


def _taken(browser: Browser, theirs: str, ours: str, turns: int) -> dict[str, list[float]]:
    """Milliseconds to the first chart; the first visit of each is the server's own start."""
    context = browser.new_context()
    context.request.post(f"{theirs}/login/", form=USER)
    chart = _chart(context.request, theirs)
    signed_in = context.storage_state()
    kinds = {
        "Superset": (f"{theirs}/explore/?slice_id={chart}&standalone=1", FIRST, signed_in),
        "Growth": (ours, page.FIRST, None),
    }
    taken: dict[str, list[float]] = {name: [] for name in kinds}
    for turn in range(turns + 1):
        for name, (address, script, state) in kinds.items():
            fresh = browser.new_context(
                viewport={"width": 1440, "height": 900}, storage_state=state
            )
            tab = fresh.new_page()
            tab.goto(address, wait_until="commit")
            found = tab.wait_for_function(script, polling="raf", timeout=120_000).json_value()
            fresh.close()
            if turn:
                taken[name].append(float(found))
    return taken


def _chart(request: APIRequestContext, theirs: str) -> int:
    """Make the chart; its number."""
    signed = {**USER, "provider": "db"}
    token = _made(request, theirs, "security/login", signed, {})["access_token"]
    as_person = {"Authorization": f"Bearer {token}"}
    table = {"database": 1, "schema": "main", "table_name": "growth"}
    dataset = _made(request, theirs, "dataset/", table, as_person)["id"]
    chart = {
        "slice_name": "growth",
        "viz_type": CHART["viz_type"],
        "datasource_id": dataset,
        "datasource_type": "table",
        "params": json.dumps({**CHART, "datasource": f"{dataset}__table"}),
    }
    return int(_made(request, theirs, "chart/", chart, as_person)["id"])


def _made(
    request: APIRequestContext, theirs: str, what: str, body: dict[str, Any], head: dict[str, str]
) -> dict[str, Any]:
    answer = request.post(f"{theirs}/api/v1/{what}", data=body, headers=head)
    if not answer.ok:
        raise SystemExit(f"Superset refuses {what}: {answer.status} {answer.text()}")
    made: dict[str, Any] = answer.json()
    return made


def _told(taken: dict[str, list[float]]) -> str:
    theirs = statistics.median(taken["Superset"])
    lines = [
        (
            name,
            f"{statistics.median(values):,.0f} ms",
            f"{max(values):,.0f} ms",
            f"{statistics.median(values) / theirs:.2f}",
        )
        for name, values in taken.items()
    ]
    head = f"{len(taken['Growth'])} turns, each in a fresh profile of the browser\n\n"
    columns = ("first chart", "median", "slowest", "× Superset")
    return f"{head}{written.table(columns, lines)}"


if __name__ == "__main__":
    main()
