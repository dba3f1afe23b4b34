"""One run: look at every source, take in what is new, publish. Safe to kill and to repeat.

A run converges by comparing sources, landing, ledger and version; it remembers nothing. A bad file
is recorded and the next one goes on.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from filelock import FileLock, Timeout
from polars.exceptions import PolarsError

from ingest.config import Config
from ingest.intake import Reader, fingerprint, snapshot_record
from ingest.landing import Label, NotLanded, StillWritten, land
from ingest.ledger import LedgerDraft, recorded, sweep
from ingest.report import Reporter
from ingest.sources import Candidate, Waiting, candidates, named, sayable
from ingest.watchlist import watchlist
from warehouse.clock import now, today
from warehouse.errors import TrackerError
from warehouse.files import write_durably
from warehouse.paths import Store
from warehouse.status import Run, RunFile, append_run
from warehouse.store import publish

LOCK_SECONDS = 600.0

#: What of a file makes its run a failed one. One taken in part within the share its source allows,
#: and one that waits, do not.
FAILED = ("refused", "still_refused", "not_read")


class Stopped(TrackerError):
    """The run was asked to stop; what it had not committed is gone, the next run does it."""


def never() -> bool:
    """Nobody asks the run to stop."""
    return False


@dataclass(frozen=True)
class Pipeline:
    """Everything a run needs."""

    config: Config
    store: Store
    reporter: Reporter
    stopping: Callable[[], bool] = never

    def run(self, trigger: str, source_id: str | None = None, files: Iterable[str] = ()) -> Run:
        """Take in what is new of all sources, of one, or the named files, and publish.

        Raises TrackerError when another run does not end, when a check refuses the new version,
        or for a source or file that cannot be meant.
        """
        self.store.make_folders()
        started = now()
        with self._alone():
            sweep(self.store)
            chosen, waiting = self._chosen(source_id, list(files))
            outcomes = [_waiting(file) for file in waiting]
            for number, candidate in enumerate(chosen, start=1):
                self.reporter.file_started(candidate.origin, number, len(chosen))
                outcomes.append(self._take_in(candidate))
                self.reporter.file_done(outcomes[-1])
            run = self._published(outcomes)
            run |= {
                "run_id": uuid.uuid4().hex,
                "started_at": started.isoformat(timespec="seconds"),
                "finished_at": now().isoformat(timespec="seconds"),
                "trigger": trigger,
            }
            self._record(run)
        self.reporter.run_done(run)
        return run

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the one lock of the store: two runs at once would do everything twice."""
        lock = FileLock(self.store.state / "ingest.lock")
        try:
            lock.acquire(timeout=LOCK_SECONDS)
        except Timeout as error:
            raise TrackerError(
                f"another ingest run has not ended for {LOCK_SECONDS:.0f} seconds",
                str(self.store.state / "ingest.lock"),
                "look at `python -m ingest status`; stop that run if it hangs",
            ) from error
        try:
            yield
        finally:
            lock.release()

    def _chosen(
        self, source_id: str | None, files: list[str]
    ) -> tuple[list[Candidate], list[Waiting]]:
        if files:
            return named(files, self.config, self.store, source_id), []
        return candidates(self.config, self.store, source_id)

    def _take_in(self, candidate: Candidate) -> RunFile:
        try:
            label = Label(candidate.source.source_id, candidate.origin)
            landed = land(candidate.path, self.store, label)
        except StillWritten as error:
            return _not_read(candidate, "waiting", str(error))
        except NotLanded as error:
            return _not_read(candidate, "not_read", str(error))
        known = recorded(self.store, landed.sha256)
        if known and not self._may_have_changed(known, candidate):
            refused = known["outcome"] == "refused"
            return _file(candidate, known, "still_refused" if refused else "unchanged")
        draft = LedgerDraft.in_store(self.store, landed)
        try:
            reader = Reader(self.config, self.store, today(), self._tell)
            intake = reader.read(
                landed.path, landed.sha256, candidate.name, candidate.source, draft
            )
            record = snapshot_record(
                intake, candidate.source, self.config, landed.byte_size, candidate.origin
            )
            draft.commit(self.store, record)
        except (ValueError, RuntimeError, PolarsError) as error:
            odd = TrackerError(
                f"the file holds something no format of ours has: {str(error)[:200]}",
                candidate.origin,
                "export it again; nothing of it was loaded, the other files go on",
            )
            return _not_read(candidate, "not_read", sayable(str(odd)))
        except OSError as error:
            full = TrackerError(
                f"the rows could not be written: {error.strerror}",
                str(self.store.root),
                "free disk space and run again; nothing was changed",
            )
            return _not_read(candidate, "not_read", str(full))
        finally:
            draft.discard()
        return _file(candidate, record, record["outcome"])

    def _tell(self, rows: int) -> None:
        self.reporter.rows_read(rows)
        if self.stopping():
            raise Stopped("the run was asked to stop", "ingest", "run it again; nothing is lost")

    def _may_have_changed(self, known: dict[str, Any], candidate: Candidate) -> bool:
        """A refused file is read again when the rules or the configuration are others now."""
        rules = fingerprint(self.config, candidate.source)
        return known["outcome"] == "refused" and known.get("rules") != rules

    def _published(self, files: list[RunFile]) -> Run:
        if self.stopping():
            raise Stopped("the run was asked to stop", "ingest", "run it again; nothing is lost")
        text = json.dumps(watchlist(self.config), ensure_ascii=False, indent=1).encode()
        if not self.store.watchlist.exists() or self.store.watchlist.read_bytes() != text:
            write_durably(self.store.watchlist, text)
        self.reporter.publishing()
        reason = None
        try:
            version = publish(self.store)
        except TrackerError as error:
            version, reason = None, str(error)
        bad = [file for file in files if file["outcome"] in FAILED]
        outcome = "failed" if bad or reason else "ok" if version else "nothing_new"
        return {
            "run_id": "",
            "started_at": "",
            "finished_at": "",
            "trigger": "",
            "outcome": outcome,
            "files": files,
            "version": version.stem if version else None,
            "reason": reason,
        }

    def _record(self, run: Run) -> None:
        """Keep runs that did something; a scheduler looking every few seconds finds nothing new."""
        if run["trigger"] != "inbox" or run["outcome"] != "nothing_new":
            kept = [file for file in run["files"] if file["outcome"] != "unchanged"]
            append_run(self.store, {**run, "files": kept})


def _waiting(file: Waiting) -> RunFile:
    return _run_file(sayable(file.path.name), "", None, "waiting", file.why)


def _not_read(candidate: Candidate, outcome: str, reason: str) -> RunFile:
    return _run_file(candidate.origin, candidate.source.source_id, None, outcome, reason)


def _run_file(
    name: str, source_id: str, snapshot_id: str | None, outcome: str, reason: str | None
) -> RunFile:
    return {
        "name": name,
        "source_id": source_id,
        "snapshot_id": snapshot_id,
        "outcome": outcome,
        "rows_read": 0,
        "rows_accepted": 0,
        "rows_rejected": 0,
        "rows_duplicate": 0,
        "reason": reason,
    }


def _file(candidate: Candidate, record: dict[str, Any], outcome: str) -> RunFile:
    file = _run_file(
        candidate.origin,
        candidate.source.source_id,
        record["snapshot_id"],
        outcome,
        record["reason"],
    )
    file["rows_read"] = record["rows_read"]
    file["rows_accepted"] = record["rows_accepted"]
    file["rows_rejected"] = record["rows_rejected"]
    file["rows_duplicate"] = record["rows_duplicate"]
    return file
