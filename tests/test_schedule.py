"""The scheduler loses no late run: a machine that slept catches up, once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ingest.config import read_config
from ingest.schedule import JOB_DEFAULTS, Watch
from tests.ingest_fixtures import GOOD, SOURCES, Desk


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
    import threading

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
