"""The scheduler: its own process, one job a source by its cron line, and a watch on the inbox.

It remembers nothing: at the start and at every job it looks at what is there. A laptop that slept
catches up, because a late job is run whatever its lateness and several late ones count as one.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import FrameType

from apscheduler.events import EVENT_JOB_MAX_INSTANCES, JobSubmissionEvent
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from filelock import Timeout

from ingest.config import Config, read_config
from ingest.pipeline import Pipeline, Stopped, look_for_alerts
from ingest.report import PlainReporter
from ingest.sources import worth_a_look
from warehouse.clock import now
from warehouse.errors import TrackerError
from warehouse.locks import SCHEDULER, held
from warehouse.paths import Store
from warehouse.requests import pending
from warehouse.status import HEARTBEAT, Heartbeat, read_heartbeat, write_heartbeat

BEAT_SECONDS = 10
INBOX_SECONDS = 3
#: A run that could not be made is made this much later.
RETRY = timedelta(minutes=5)
#: A clock set back by more than this leaves jobs waiting for a time that has been.
CLOCK_STEP_SECONDS = 60

#: A source grows late, and a message that failed is due again, though nothing is loaded.
ALERT_MINUTES = 10

#: The jobs that are no source's; no source can have such an id.
START, INBOX, ALERTS = "(start)", "(inbox)", "(alerts)"

#: A late job runs however late it is; several late runs of one job are one; never two at once.
JOB_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Watch:
    """One scheduler on one store."""

    def __init__(self, config: Config, store: Store) -> None:
        self.config = config
        self.store = store
        self.stop = threading.Event()
        self.started_at = now()
        # One worker: the store has one writer, and jobs that wait in line lose no turn.
        self.scheduler = BackgroundScheduler(
            timezone="UTC",
            job_defaults=JOB_DEFAULTS,
            executors={"default": ThreadPoolExecutor(max_workers=1)},
        )
        self.scheduler.add_listener(self._skipped, EVENT_JOB_MAX_INSTANCES)
        self._seen: set[tuple[str, int, int]] = set()
        self._last_said = ""
        self._clock = _clock()
        self._read_from = _config_state(config)

    def run_until_stopped(self) -> None:
        """Catch up, then work until SIGTERM or Ctrl-C; a draft under way is given up cleanly.

        Raises TrackerError when another scheduler works on the store.
        """
        self.store.make_folders()
        try:
            with held(self.store.state / SCHEDULER):
                self._work()
        except Timeout as error:
            raise _taken(self.store) from error

    def _work(self) -> None:
        self._beat()  # first of all, so that a second scheduler can name this one
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked_to_stop)
        logging.getLogger("apscheduler").setLevel(logging.ERROR)  # _skipped answers its warnings
        self._add_jobs()
        self.scheduler.start()
        while True:
            self._follow_clock()
            self._follow_config()
            self._beat()
            if self.stop.wait(BEAT_SECONDS):
                break
        self.scheduler.shutdown(wait=True)
        with suppress(OSError):
            (self.store.state / HEARTBEAT).unlink()

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stop.set()

    def _add_jobs(self, trigger: str = "start") -> None:
        """A run over everything now, then each source by its schedule, and the inbox."""
        self.scheduler.add_job(self._job(trigger), id=START, replace_existing=True)
        self._add_source_jobs()
        self.scheduler.add_job(
            self._look_into_inbox,
            "interval",
            seconds=INBOX_SECONDS,
            id=INBOX,
            replace_existing=True,
        )

    def _add_source_jobs(self) -> None:
        for source in self.config.sources:
            if source.enabled:
                self.scheduler.add_job(
                    self._job("schedule", source.source_id),
                    CronTrigger.from_crontab(source.schedule, timezone="UTC"),
                    id=source.source_id,
                    replace_existing=True,
                )

        if self.config.alerts.is_on:
            self.scheduler.add_job(
                lambda: look_for_alerts(self.config, self.store),
                "interval",
                minutes=ALERT_MINUTES,
                id=ALERTS,
                replace_existing=True,
            )

    def _follow_clock(self) -> None:
        """When the clock was set back: plan every job anew, from the time it is now."""
        before, self._clock = self._clock, _clock()
        if self._clock < before - CLOCK_STEP_SECONDS:
            self._add_jobs("schedule")

    def _follow_config(self) -> None:
        """When the configuration was edited: its sources, their schedules and a run over all.

        A configuration that cannot be used is said once; the last good one goes on.
        """
        state = _config_state(self.config)
        if state == self._read_from:
            return
        self._read_from = state
        try:
            self.config = read_config(self.config.root)
        except (TrackerError, OSError) as error:
            self._say(error)
            return
        for job in self.scheduler.get_jobs():
            if job.id not in (START, INBOX):
                job.remove()
        self._add_source_jobs()
        self.scheduler.add_job(self._job("configuration"), id=START, replace_existing=True)

    def _job(self, trigger: str, source_id: str | None = None) -> Callable[[], None]:
        def run() -> None:
            """Runs with the configuration of this moment."""
            try:
                config = read_config(self.config.root)
                pipeline = Pipeline(config, self.store, PlainReporter(), self.stop.is_set)
                pipeline.run(trigger, source_id)
            except Stopped:
                return
            except (TrackerError, OSError) as error:
                self._say(error)
                self._run_later()
            else:
                self._last_said = ""

        return run

    def _run_later(self) -> None:
        """A run over everything, in a while: what could not be done now is not left to chance."""
        self.scheduler.add_job(
            self._job("schedule"),
            "date",
            run_date=datetime.now(UTC) + RETRY,
            id=START,
            replace_existing=True,
        )

    def _skipped(self, event: JobSubmissionEvent) -> None:
        """A source was due again while its last run was not over."""
        if event.job_id != INBOX:
            self._run_later()

    def _say(self, error: Exception) -> None:
        """Say what is wrong, once for as long as it stays so."""
        if str(error) != self._last_said:
            PlainReporter().console.print(str(error), markup=False)
        self._last_said = str(error)

    def _look_into_inbox(self) -> None:
        """Run when the inbox holds a settled file, or somebody asked something, that was not there
        at the last look."""
        try:
            seen = self._dropped()
        except (TrackerError, OSError) as error:
            self._say(error)
            return
        new, self._seen = seen - self._seen, seen
        if new:
            self._job("inbox")()

    def _dropped(self) -> set[tuple[str, int, int]]:
        """The files of the inbox that a run would look at and what people asked, as they are."""
        paths = worth_a_look(self.config, self.store)
        paths += [request.path for request in pending(self.store)]
        return {(str(path), *state) for path in paths for state in _states(path)}

    def _beat(self) -> None:
        """Say that this scheduler lives; a full disk does not end it."""
        jobs = self.scheduler.get_jobs()
        next_runs = {
            job.id: _written(getattr(job, "next_run_time", None))
            for job in jobs
            if job.id not in (START, INBOX, ALERTS)
        }
        heartbeat: Heartbeat = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "started_at": self.started_at.isoformat(timespec="seconds"),
            "beat_at": now().isoformat(timespec="seconds"),
            "next_runs": next_runs,
        }
        try:
            write_heartbeat(self.store, heartbeat)
        except TrackerError as error:
            self._say(error)


def _config_state(config: Config) -> list[tuple[str, int, int]]:
    """What changes when somebody edits the configuration."""
    files = sorted((config.root / "config").glob("*.toml"))
    return [(file.name, *state) for file in files for state in _states(file)]


def _states(file: Path) -> list[tuple[int, int]]:
    """Size and time of the last write, or nothing when the file has just gone."""
    try:
        status = file.stat()
    except FileNotFoundError:
        return []
    return [(status.st_size, status.st_mtime_ns)]


def _clock() -> float:
    """How far the clock is ahead of the seconds that passed; less than before: it was set back."""
    return time.time() - time.monotonic()


def _written(moment: datetime | None) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") if moment else ""


def _taken(store: Store) -> TrackerError:
    first = read_heartbeat(store)
    who = (
        f"process {first['pid']} on {first['host']}, started {first['started_at']} UTC"
        if first
        else "another process"
    )
    return TrackerError(
        f"a scheduler works on this data already: {who}",
        str(store.root),
        "let it work, or stop it before you start another",
    )
