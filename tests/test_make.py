"""The Makefile and its scripts, run in a folder whose ingest and dashboard are stand-ins."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.programs import finished

ROOT = Path(__file__).parent.parent
WATCH = ["-m", "ingest", "watch"]
INGEST = """
import signal, sys
if sys.argv[1] == "run":
    print("loading", flush=True)
    sys.exit(1)
print("watching", flush=True)
signal.pause()
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project's scripts around a scheduler that only sleeps."""
    for name in ("Makefile", "requirements.txt", "requirements-dev.txt", "Procfile"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    binaries = tmp_path / ".venv" / "bin"
    binaries.mkdir(parents=True)
    for name in ("python", "honcho", "streamlit"):
        found = Path(sys.executable).parent / name
        (binaries / name).write_text(f'#!/bin/sh\nexec "{found}" "$@"\n', encoding="utf-8")
        (binaries / name).chmod(0o755)
    (tmp_path / ".venv" / ".requirements").touch()
    (tmp_path / "ingest").mkdir()
    (tmp_path / "ingest" / "__main__.py").write_text(INGEST, encoding="utf-8")
    (tmp_path / "dashboard.py").write_text("import streamlit\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Started:
    """A command, and what it has said so far."""

    def __init__(self, *command: str, cwd: Path) -> None:
        self.said = ""
        self.process = subprocess.Popen(
            command,
            cwd=cwd,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def until(self, words: str, times: int = 1) -> str:
        """Read on until it has said the words that often; all it said."""
        assert self.process.stdout
        while self.said.count(words) < times:
            ready, _, _ = select.select([self.process.stdout], [], [], 30)
            assert ready, f"silent after: {self.said}"
            said = os.read(self.process.stdout.fileno(), 65536).decode()
            assert said, f"ended after: {self.said}"
            self.said += said
        return self.said


@pytest.fixture
def running(project: Path, free_port: int) -> Iterator[Started]:
    """`make run`."""
    make = Started("make", "run", f"PORT={free_port}", cwd=project)
    yield make
    end(project, make)


def end(project: Path, started: Started) -> None:
    """Kill what a failed test would leave."""
    for process in below(project):
        process.kill()
    started.process.communicate()


def below(project: Path) -> list[psutil.Process]:
    """Every live process that works in this folder."""
    found = []
    for process in psutil.process_iter(["cwd", "status"]):
        if process.info["status"] != psutil.STATUS_ZOMBIE and process.info["cwd"] == str(project):
            found.append(process)
    return found


def all_end(project: Path, started: Started) -> bool:
    """Whether everything that works in this folder ends in time."""
    processes = below(project)
    started.process.wait(timeout=30)
    psutil.wait_procs(processes, timeout=30)
    return not below(project)


def make(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return finished("make", *arguments, cwd=project)


def test_help_lists_every_target(project: Path) -> None:
    """`make help` names each target with what it does, and plain `make` is help."""
    shown = make(project, "help").stdout
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert {"run", "test", "check", "help"} <= set(targets)
    for target in targets:
        assert re.search(rf"make {target} +\w", shown), f"no help for {target}"
    assert make(project).stdout == shown


def test_run_starts_the_dashboard_even_when_something_was_refused(
    project: Path, running: Started, free_port: int
) -> None:
    """A load that exits 1 is told, and the dashboard starts all the same."""
    text = running.until("URL: ")
    assert "Something could not be loaded" in text
    assert f"http://127.0.0.1:{free_port}" in text
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", free_port)) == 0
    running.until("watching")


def test_the_scheduler_dies_and_the_dashboard_stays(project: Path, running: Started) -> None:
    """A scheduler that is killed, or ends by itself, is started again beside the same dashboard."""
    for times, number in ((1, signal.SIGKILL), (2, signal.SIGTERM)):
        running.until("watching", times)
        (scheduler,) = (
            one
            for one in below(project)
            if one.cmdline()[-3:] == WATCH and "bash" not in one.cmdline()
        )
        dashboards = [one for one in below(project) if "streamlit" in " ".join(one.cmdline())]
        scheduler.send_signal(number)
        text = running.until("started again in", times)
    running.until("watching", 3)
    assert "python -m ingest watch. It is started again in 1 s." in text
    assert "python -m ingest watch. It is started again in 2 s." in text
    assert dashboards
    assert all(dashboard.is_running() for dashboard in dashboards)
    os.kill(running.process.pid, signal.SIGTERM)
    assert all_end(project, running)


def test_nothing_outlives_the_script_by_a_moment(
    project: Path, free_port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once scripts/run.sh has ended nothing of it is left, not even a pause of a second."""
    monkeypatch.setenv("PORT", str(free_port))
    script = Started("bash", "scripts/run.sh", cwd=project)
    try:
        script.until("watching")
        script.process.terminate()
        script.process.wait(timeout=30)
        assert below(project) == []
    finally:
        end(project, script)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("at", ["at work", "in a pause"])
def test_keeping_ends_with_what_it_keeps(project: Path, number: int, at: str) -> None:
    """A signal ends the loop and its command, at work or between two starts."""
    command = "echo working; exec sleep 600" if at == "at work" else "exit 3"
    kept = Started("scripts/keep.sh", "bash", "-c", command, cwd=project)
    try:
        text = kept.until("working" if at == "at work" else "started again in 1 s")
        assert at == "at work" or "It ended (exit 3): bash -c exit 3." in text
        os.kill(kept.process.pid, number)
        assert all_end(project, kept)
        assert kept.process.returncode == 128 + number
    finally:
        end(project, kept)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_no_signal_leaves_a_process_behind(name: str, project: Path, running: Started) -> None:
    """However make run ends, what it started ends too."""
    running.until("watching")
    assert len(below(project)) > 3
    if name in ("SIGTERM", "SIGKILL"):
        os.kill(running.process.pid, signal.Signals[name])
    else:
        # A terminal sends these to everything in its foreground.
        os.killpg(running.process.pid, signal.Signals[name])
    assert all_end(project, running), below(project)


def test_a_taken_port_is_named_with_the_way_out(project: Path) -> None:
    """The error says which port, and which variable to change."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        ended = make(project, "run", f"PORT={port}")
    assert ended.returncode != 0
    assert f"Cannot listen on 127.0.0.1:{port}" in ended.stderr
    assert f"make run PORT={port + 1}" in ended.stderr
    assert "loading" not in ended.stdout


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ("PORT=http", "PORT is 'http', which is no port number"),
        ("TRACKER_PREFIX=the tracker", "TRACKER_PREFIX is 'the tracker', which is no path"),
    ],
)
def test_a_slip_in_what_make_is_given_is_refused(slip: str, told: str, project: Path) -> None:
    """It is a sentence, not a traceback."""
    ended = make(project, "run", slip)
    assert told in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_old_python_is_told_what_to_do(project: Path) -> None:
    """Where only an older Python is found, the message says which is needed."""
    old = project / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.1\nexit 1\n')
    old.chmod(0o755)
    shutil.rmtree(project / ".venv")
    ended = make(project, "run", f"PYTHON={old}")
    assert ended.returncode != 0
    assert "Python 3.11 or newer is needed (found: Python 3.9.1)" in ended.stderr


def test_requirements_are_pinned_and_say_why() -> None:
    """Each requirement has one version and a reason."""
    for path in ROOT.glob("requirements*.txt"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                assert re.fullmatch(r"[A-Za-z0-9-]+(\[\w+\])?==[\d.]+ +# .+", line), line
