"""The scheduler: its own process, one job a source by its cron line, and a watch on the inbox.

It remembers nothing: at the start and at every job it looks at what is there. A laptop that slept
catches up, because a late job is run whatever its lateness and several late ones count as one.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable
from datetime import datetime
from types import FrameType

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.cron import CronTrigger
from filelock import FileLock, Timeout

from ingest.config import Config, read_config
from ingest.pipeline import Pipeline, Stopped
from ingest.report import PlainReporter
from ingest.sources import candidates
from warehouse.clock import now
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.status import Heartbeat, read_heartbeat, write_heartbeat

BEAT_SECONDS = 10
INBOX_SECONDS = 3

#: The two jobs that are no source's; no source can have such an id.
START, INBOX = "(start)", "(inbox)"

#: A late job runs however late it is; several late runs of one job are one; never two at once.
JOB_DEFAULTS = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}


class Watch:
    """One scheduler on one store."""

    def __init__(self, config: Config, store: Store) -> None:
        self.config = config
        self.store = store
        self.stop = threading.Event()
        self.started_at = now()
        self.scheduler = BackgroundScheduler(timezone="UTC", job_defaults=JOB_DEFAULTS)
        self._seen: set[tuple[str, int, int]] = set()
        self._read_from = _config_state(config)

    def run_until_stopped(self) -> None:
        """Catch up, then work until SIGTERM or Ctrl-C; a draft under way is given up cleanly.

        Raises TrackerError when another scheduler works on the store.
        """
        self.store.make_folders()
        lock = FileLock(self.store.state / "scheduler.lock")
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise _taken(self.store) from error
        try:
            self._work()
        finally:
            lock.release()

    def _work(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._asked_to_stop)
        self._add_jobs()
        self.scheduler.start()
        self._beat()
        while not self.stop.wait(BEAT_SECONDS):
            self._follow_config()
            self._beat()
        self.scheduler.shutdown(wait=True)
        (self.store.state / "heartbeat.json").unlink(missing_ok=True)

    def _asked_to_stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stop.set()

    def _add_jobs(self) -> None:
        self.scheduler.add_job(self._job("start"), id=START)
        self._add_source_jobs()
        self.scheduler.add_job(self._look_into_inbox, "interval", seconds=INBOX_SECONDS, id=INBOX)

    def _add_source_jobs(self) -> None:
        for source in self.config.sources:
            if source.enabled:
                self.scheduler.add_job(
                    self._job("schedule", source.source_id),
                    CronTrigger.from_crontab(source.schedule, timezone="UTC"),
                    id=source.source_id,
                )

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
        except TrackerError as error:
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
            except TrackerError as error:
                self._say(error)

        return run

    def _say(self, error: TrackerError) -> None:
        PlainReporter().console.print(str(error), markup=False)

    def _look_into_inbox(self) -> None:
        """Run when the inbox holds a settled file that was not there at the last look."""
        dropped, _waiting = candidates(self.config, self.store)
        seen = set()
        for candidate in dropped:
            if self.store.inbox in candidate.path.parents and candidate.path.exists():
                status = candidate.path.stat()
                seen.add((str(candidate.path), status.st_size, status.st_mtime_ns))
        new, self._seen = seen - self._seen, seen
        if new:
            self._job("inbox")()

    def _beat(self) -> None:
        jobs = self.scheduler.get_jobs()
        next_runs = {
            job.id: _written(job.next_run_time) for job in jobs if job.id not in (START, INBOX)
        }
        heartbeat: Heartbeat = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "started_at": self.started_at.isoformat(timespec="seconds"),
            "beat_at": now().isoformat(timespec="seconds"),
            "next_runs": next_runs,
        }
        write_heartbeat(self.store, heartbeat)


def _config_state(config: Config) -> list[tuple[str, int, int]]:
    """What changes when somebody edits the configuration."""
    files = sorted((config.root / "config").glob("*.toml"))
    return [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]


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
