"""`python -m bench.asking`: what the guard costs, and many clients while versions are published.

First one plain query, by turns over the API (a new request, a confined worker, JSON) and in this
process on the same version. Then clients that ask without pause while a load is published about
every second: each answer must hold exactly what the version it names holds. Both go into
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import httpx

from bench import written
from bench.feed import write_config
from docs.screenshots import served
from ingest.config import read_config
from ingest.pipeline import Pipeline
from ingest.report import PlainReporter
from warehouse.paths import Store
from warehouse.store import newest, open_version

HEADER = "app,metric,period,platform,country,value,as_of\n"
PLAIN = "select month, app_id, value from monthly where metric = 'revenue' order by all"
HELD = "select count(*), count(distinct snapshot_id), sum(value)::varchar from raw.observation"
FIRST = date(2025, 1, 1)
BUSY = 503
GOAL_MS = 15


class Seen(NamedTuple):
    """One answer: its status, version and row as text, and the seconds it took."""

    status: int
    version: str
    said: str
    seconds: float


def main() -> None:
    """Measure both, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.asking", description=__doc__)
    line.add_argument("--questions", type=int, default=300)
    line.add_argument("--clients", type=int, default=50)
    line.add_argument("--seconds", type=int, default=120)
    line.add_argument("--publish", type=Path, help=argparse.SUPPRESS)
    options = line.parse_args()
    if options.publish:
        _publish_on(options.publish)
        return
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-asking-") as folder:
        work = Path(folder)
        write_config(work / "root")
        _Desk(work).publish(0)
        with served(
            work / "data", TRACKER_API_RATE="0", TRACKER_ROOT=str(work / "root")
        ) as address:
            text = _against_in_process(work, address, options.questions)
            print(text, flush=True)
            more, is_well = _while_published(work, address, options.clients, options.seconds)
            print(more)
    written.section("benchmarks.md", "asking", f"{text}\n{more}\n{written.machine(begun)}")
    if not is_well:
        raise SystemExit("answers that failed, or were unlike their version: see above")


class _Desk:
    """A store that gets one more snapshot at a time."""

    def __init__(self, work: Path) -> None:
        self.store = Store(work / "data")
        self.store.make_folders()
        self.drop = work / "drop"
        self.drop.mkdir(exist_ok=True)
        self.pipeline = Pipeline(read_config(work / "root"), self.store, PlainReporter())

    def publish(self, number: int) -> tuple[str, str]:
        """Load a snapshot of two years by month; the new version's name and what it holds."""
        said = FIRST + timedelta(days=number)
        path = self.drop / f"{number}.csv"
        months = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
        rows = (
            f"{app},revenue,{month},ios,{country},{1000 + number},{said}\n"
            for app in ("one", "two")
            for month in months
            for country in ("US", "CN", "JP")
        )
        path.write_text(HEADER + "".join(rows), encoding="utf-8")
        run = self.pipeline.run("command", "feed", [str(path)])
        if run["outcome"] != "ok":
            raise SystemExit(f"a load failed: {run}")
        version = newest(self.store)
        with open_version(version) as connection:
            return version.stem, str(connection.execute(HELD).fetchone())


def _publish_on(work: Path) -> None:
    """Publish until the parent closes the pipe, about every second; print what each holds."""
    desk, ended = _Desk(work), threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    number = 1
    while not ended.is_set():
        begun = time.monotonic()
        print("\t".join(desk.publish(number)), flush=True)
        number += 1
        ended.wait(max(0.0, 1 - (time.monotonic() - begun)))


def _against_in_process(work: Path, address: str, questions: int) -> str:
    version = newest(Store(work / "data"))
    ways: dict[str, list[float]] = {"in process": [], "over the API": []}
    with open_version(version) as connection, httpx.Client(base_url=address, timeout=60) as client:

        def in_process() -> Any:
            return connection.execute(PLAIN).fetchall()

        def over_api() -> Any:
            answer = client.get("/api/v1/sql", params={"sql": PLAIN}).raise_for_status()
            return answer.json()["rows"]

        if len(in_process()) != len(over_api()):
            raise SystemExit("the two ways answer differently")
        for _turn in range(questions):
            for name, ask in (("in process", in_process), ("over the API", over_api)):
                begun = time.perf_counter()
                ask()
                ways[name].append(1000 * (time.perf_counter() - begun))
    medians = {name: statistics.median(taken) for name, taken in ways.items()}
    above = medians["over the API"] - medians["in process"]
    rows = [(name, f"{median:.1f} ms", "") for name, median in medians.items()]
    said = f"{GOAL_MS} ms: {_met(above <= GOAL_MS)}"
    rows.append(("what the guard and the way add", f"{above:.1f} ms", said))
    return f"One plain query, medians of {questions}:\n\n" + written.table(("", "", "goal"), rows)


@contextmanager
def _publisher(work: Path, held: dict[str, str]) -> Iterator[None]:
    """Publish in a process of its own; `held` fills with what each version holds."""
    with subprocess.Popen(
        [sys.executable, "-m", "bench.asking", "--publish", str(work)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout and process.stdin
        lines = process.stdout
        reader = threading.Thread(
            target=lambda: held.update(line.rstrip("\n").split("\t") for line in lines)
        )
        reader.start()
        try:
            yield
        finally:
            process.stdin.close()
            reader.join()


def _while_published(work: Path, address: str, clients: int, seconds: int) -> tuple[str, bool]:
    store = Store(work / "data")
    with open_version(newest(store)) as connection:
        held = {newest(store).stem: str(connection.execute(HELD).fetchone())}
    seen: list[Seen] = []
    until = time.monotonic() + seconds

    def ask_on() -> None:
        with httpx.Client(base_url=address, timeout=60) as client:
            while time.monotonic() < until:
                begun = time.perf_counter()
                answer = client.get("/api/v1/sql", params={"sql": HELD})
                taken = time.perf_counter() - begun
                version = answer.headers.get("X-Warehouse-Version", "")
                said = answer.text
                if answer.status_code == httpx.codes.OK:
                    [row] = answer.json()["rows"]
                    said = str(tuple(row.values()))
                seen.append(Seen(answer.status_code, version, said, taken))

    with _publisher(work, held):
        threads = [threading.Thread(target=ask_on) for _client in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    head = (
        f"{clients} clients that ask without pause for {seconds} s, while ingest publishes about"
        " every second:\n\n"
    )
    text, is_well = _report(seen, held)
    return head + text, is_well


def _report(seen: list[Seen], held: dict[str, str]) -> tuple[str, bool]:
    """The table, and whether nothing went wrong."""
    answered = [one for one in seen if one.status == httpx.codes.OK]
    wrong = [one for one in answered if held.get(one.version) != one.said]
    failed = Counter(one.status for one in seen if one.status not in (httpx.codes.OK, BUSY))
    taken = sorted(one.seconds for one in answered)
    rows = [
        ("versions published", f"{len(held):,}", ""),
        ("versions that answered", f"{len({one.version for one in answered}):,}", ""),
        ("answers", f"{len(answered):,}", ""),
        ("seconds an answer takes, median", f"{statistics.median(taken):.2f}", ""),
        ("seconds an answer takes, 95 of 100", f"{taken[len(taken) * 95 // 100]:.2f}", ""),
        ("told that it is busy", f"{sum(one.status == BUSY for one in seen):,}", ""),
        ("other errors", f"{sum(failed.values()):,}", f"0: {_met(not failed)}"),
        ("answers unlike their version", f"{len(wrong):,}", f"0: {_met(not wrong)}"),
    ]
    if wrong or failed:
        print(dict(failed), wrong[:3], file=sys.stderr)
    return written.table(("", "", "goal"), rows), not (wrong or failed)


def _met(is_met: bool) -> str:
    return "met" if is_met else "**missed**"


if __name__ == "__main__":
    main()
