"""The scheduler loses no late run: a machine that slept catches up, once."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from filelock import FileLock

from ingest import schedule
from ingest.config import read_config
from ingest.schedule import JOB_DEFAULTS, Watch
from tests.ingest_fixtures import GOOD, SOURCES, Desk
from tests.torture.scene import environment
from tests.warehouse_fixtures import PROJECT
from warehouse.errors import TrackerError
from warehouse.status import read_heartbeat


def test_every_enabled_source_has_its_job(desk: Desk) -> None:
    """One job a source by its cron line, one for the inbox, one to catch up at the start."""
    desk.configure(sources=SOURCES.replace('id = "said"', 'id = "said"\nenabled = false'))
    watch = Watch(read_config(desk.root), desk.store)
    watch._add_jobs()
    assert {job.id for job in watch.scheduler.get_jobs()} == {
        "(start)",
        "vendor",
        "tolerant",
        "(inbox)",
    }


def test_a_job_that_is_hours_late_still_runs(desk: Desk) -> None:
    """APScheduler drops a job one second late unless told otherwise; ours runs."""
    watch, ran = Watch(read_config(desk.root), desk.store), threading.Event()
    late = datetime.now(UTC) - timedelta(hours=9)
    watch.scheduler.add_job(ran.set, "interval", hours=24, next_run_time=late)
    watch.scheduler.start()
    try:
        assert ran.wait(timeout=30)
    finally:
        watch.scheduler.shutdown()
    assert JOB_DEFAULTS["misfire_grace_time"] is None
    assert JOB_DEFAULTS["coalesce"] is True


def test_the_inbox_is_read_once_a_file(desk: Desk) -> None:
    """A look at an unchanged inbox starts no run; a new file does."""
    watch = Watch(read_config(desk.root), desk.store)
    runs: list[str] = []
    watch._job = lambda trigger, source_id=None: lambda: runs.append(trigger)  # type: ignore[method-assign]
    watch._look_into_inbox()
    assert runs == []
    desk.drop("one.csv", GOOD)
    watch._look_into_inbox()
    watch._look_into_inbox()
    assert runs == ["inbox"]


def test_an_edited_configuration_counts_from_the_next_job(desk: Desk) -> None:
    """A job reads the configuration of its moment; a broken one is said and stops nothing."""
    watch = Watch(read_config(desk.root), desk.store)
    desk.configure(sources="[[source]\n")
    watch._job("schedule", "vendor")()
    desk.configure()
    desk.drop("one.csv", GOOD)
    watch._job("schedule", "vendor")()
    assert len(desk.values()) == 2


def test_a_new_source_has_its_job_without_a_restart(desk: Desk) -> None:
    """An edit is followed; one that cannot be used leaves the last good one at work."""
    watch = Watch(read_config(desk.root), desk.store)
    watch._add_jobs()
    new = '[[source]]\nid = "new"\nproducer = "P"\nformat = "snapshot"\nunit = "USD"\n'
    desk.configure(sources=SOURCES + new)
    watch._follow_config()
    assert "new" in {job.id for job in watch.scheduler.get_jobs()}
    desk.configure(sources="[[source]\n")
    watch._follow_config()
    assert "new" in {job.id for job in watch.scheduler.get_jobs()}
    desk.configure()
    watch._follow_config()
    assert {job.id for job in watch.scheduler.get_jobs()} >= {"vendor", "said"}
    assert "new" not in {job.id for job in watch.scheduler.get_jobs()}


def due(watch: Watch) -> dict[str, datetime]:
    """When each job runs next."""
    return {job.id: job.next_run_time for job in watch.scheduler.get_jobs()}


@pytest.fixture
def paused(desk: Desk) -> Iterator[Watch]:
    """A watch with its jobs planned, none of which runs."""
    watch = Watch(read_config(desk.root), desk.store)
    watch._add_jobs()
    watch.scheduler.start(paused=True)
    yield watch
    watch.scheduler.shutdown()


def test_a_run_that_could_not_be_made_is_made_later(
    paused: Watch, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A held lock, a broken configuration or a full disk costs minutes, not the day's run."""
    for error in (TrackerError("busy", "here", "wait"), OSError(errno.ENOSPC, "No space left")):
        paused.scheduler.remove_job("(start)")
        monkeypatch.setattr(schedule.Pipeline, "run", fail(error))
        paused._job("schedule", "vendor")()
        paused._job("schedule", "said")()
        late = due(paused)["(start)"] - datetime.now(UTC)
        assert timedelta(minutes=4) < late <= timedelta(minutes=5)
        assert capsys.readouterr().err == f"{error}\n"


def fail(error: Exception) -> Any:
    """A run that cannot be made."""

    def run(*_: Any) -> None:
        raise error

    return run


def test_a_source_due_again_while_it_runs_is_run_after(desk: Desk) -> None:
    """What came after a long run had looked is not left until the next day; others wait in line."""
    watch = Watch(read_config(desk.root), desk.store)
    started, go_on, later = threading.Event(), threading.Event(), threading.Event()
    order: list[str] = []

    def long_run() -> None:
        order.append("long")
        started.set()
        go_on.wait(timeout=30)

    watch._run_later = later.set  # type: ignore[method-assign]
    watch.scheduler.add_job(long_run, "interval", seconds=3600, id="vendor")
    watch.scheduler.start()
    try:
        watch.scheduler.modify_job("vendor", next_run_time=datetime.now(UTC))
        assert started.wait(timeout=30)
        watch.scheduler.add_job(lambda: order.append("other"), id="said")
        watch.scheduler.modify_job("vendor", next_run_time=datetime.now(UTC))
        assert later.wait(timeout=30)
        assert order == ["long"]
    finally:
        go_on.set()
        watch.scheduler.shutdown()
    assert order == ["long", "other"]


def test_a_clock_set_back_does_not_stop_the_jobs(paused: Watch) -> None:
    """Jobs planned for a time that is far off again are planned anew; a step ahead changes none."""
    tomorrow = datetime.now(UTC) + timedelta(days=2)
    for name in ("vendor", "(inbox)"):
        paused.scheduler.modify_job(name, next_run_time=tomorrow)
    paused._clock -= 86_400
    paused._follow_clock()
    assert due(paused)["(inbox)"] == tomorrow
    paused._clock += 86_400
    paused._follow_clock()
    assert due(paused)["(inbox)"] < datetime.now(UTC) + timedelta(seconds=10)
    assert due(paused)["vendor"] < tomorrow
    assert due(paused)["(start)"] <= datetime.now(UTC)


def test_trouble_is_said_once_and_ends_nothing(
    paused: Watch, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """A heartbeat that cannot be written is one line, however often, and the scheduler goes on."""
    (desk.store.state / "heartbeat.json").mkdir()
    paused._beat()
    paused._beat()
    assert capsys.readouterr().err.count("could not be written down") == 1
    (desk.store.state / "heartbeat.json").rmdir()
    paused._beat()
    heartbeat = read_heartbeat(desk.store)
    assert heartbeat is not None
    assert set(heartbeat["next_runs"]) == {"vendor", "tolerant", "said"}


class Scheduler:
    """`python -m ingest watch` on a desk, begun: it has made its first run."""

    def __init__(self, desk: Desk) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ingest", "watch"],
            cwd=PROJECT,
            env=environment(desk),
            stderr=subprocess.PIPE,
        )
        assert self.process.stderr
        self.first_words = self.process.stderr.readline()

    def end(self, number: int) -> int:
        """Send a signal; the exit code."""
        self.process.send_signal(number)
        self.process.communicate(timeout=60)
        return self.process.returncode


def test_one_scheduler_a_store(desk: Desk) -> None:
    """A second refuses and names the first; a killed one stands in nobody's way; TERM is clean."""
    desk.drop("one.csv", GOOD)
    first = Scheduler(desk)
    try:
        assert b"one.csv" in first.first_words
        second = Watch(read_config(desk.root), desk.store)
        with pytest.raises(TrackerError, match=rf"process {first.process.pid} on .*stop it before"):
            second.run_until_stopped()
    finally:
        assert first.end(signal.SIGKILL) == -signal.SIGKILL
    assert read_heartbeat(desk.store) is not None
    desk.drop("two.csv", GOOD.replace("100.50", "101"))
    third = Scheduler(desk)
    try:
        heartbeat = read_heartbeat(desk.store)
        assert heartbeat is not None
        assert heartbeat["pid"] == third.process.pid
    finally:
        assert third.end(signal.SIGTERM) == 0
    assert read_heartbeat(desk.store) is None
    assert [path for path in desk.store.root.rglob(".*")] == []
    with FileLock(desk.store.state / "ingest.lock", timeout=0):
        pass
    assert os.listdir(desk.store.spill) == []
