"""`python -m bench.start`: how long commands and the dashboard take to start and what they hold."""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import tempfile
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import psutil

from bench import written
from bench.processes import PROJECT, Taken, measured, python
from docs.screenshots import free_port

#: What is started, and the goal in seconds of CPU where there is one.
STARTED: dict[str, tuple[list[str], float | None]] = {
    "`python -c pass`": (["-c", "pass"], None),
    "`python -m ingest status`": (["-m", "ingest", "status"], 0.5),
    "`python -m warehouse versions`": (["-m", "warehouse", "versions"], 0.5),
    "`python -m ingest run`, nothing new": (["-m", "ingest", "run"], None),
    "`import streamlit`": (["-c", "import streamlit"], None),
    "`import dashboard`, what its server loads": (["-c", "import dashboard"], None),
}
#: What `make run` starts, by a word of its command line.
PROCESSES = {"streamlit": "dashboard", "ingest": "scheduler", "honcho": "honcho, which runs both"}
IDLE_SECONDS = 20


def main() -> None:
    """Measure, and write docs/benchmarks.md."""
    line = argparse.ArgumentParser(prog="python -m bench.start", description=__doc__)
    line.add_argument("--turns", type=int, default=7)
    options = line.parse_args()
    begun = written.load()
    with tempfile.TemporaryDirectory(prefix="tracker-start-") as folder:
        data = Path(folder) / "data"
        python(["-m", "ingest", "run"], {"TRACKER_DATA": str(data)})
        text = _commands(data, options.turns)
        print(text, flush=True)
        text += "\n" + _running(data)
    written.section("benchmarks.md", "start", f"{text}\n\n{written.machine(begun)}")
    print(text)


def _commands(data: Path, turns: int) -> str:
    taken: dict[str, list[Taken]] = {name: [] for name in STARTED}
    for _turn in range(turns):
        for name, (line, _goal) in STARTED.items():
            taken[name].append(measured(line, {"TRACKER_DATA": str(data)}))
    lines = []
    for name, runs in taken.items():
        cpu, goal = statistics.median(run.cpu for run in runs), STARTED[name][1]
        said = "" if goal is None else f"{goal} s: {'met' if cpu < goal else '**missed**'}"
        clock = statistics.median(run.seconds for run in runs)
        peak = max(run.gb for run in runs) * 1000
        lines.append((name, f"{cpu:.2f} s", f"{clock:.2f} s", f"{peak:,.0f} MB", said))
    columns = ("", "CPU", "by the clock", "peak memory", "goal, of CPU")
    return f"Medians of {turns} turns\n\n" + written.table(columns, lines)


def _running(data: Path) -> str:
    """`make run` again, on a store that is up to date: until it answers, and what it then holds."""
    port = free_port()
    environment = {"PORT": str(port), "ADDRESS": "127.0.0.1", "TRACKER_DATA": str(data)}
    begun = time.perf_counter()
    process = subprocess.Popen(
        ["make", "run"],
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _answered(f"http://127.0.0.1:{port}/_stcore/health", process)
        seconds = time.perf_counter() - begun
        time.sleep(IDLE_SECONDS)
        held = _held(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=60)
    rows = [(name, f"{mb:,.0f} MB", f"{own:,.0f} MB") for name, (mb, own) in held.items()]
    return (
        f"`make run` again, with nothing new: {seconds:.1f} s until the dashboard answers."
        f" What its processes hold, idle for {IDLE_SECONDS} s, before anybody has come:\n\n"
        + written.table(("process", "resident", "not shared"), rows)
    )


def _answered(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("`make run` did not come up")


def _held(pid: int) -> dict[str, tuple[float, float]]:
    found: dict[str, tuple[float, float]] = {}
    for child in psutil.Process(pid).children(recursive=True):
        with suppress(psutil.NoSuchProcess):  # the watcher's own short ones
            line = " ".join(child.cmdline())
            for word, name in PROCESSES.items():
                if "python" in line and (f"/{word} " in line or f"-m {word} " in line):
                    memory = child.memory_full_info()
                    found[name] = (memory.rss / 1e6, memory.uss / 1e6)
    return found


if __name__ == "__main__":
    main()
