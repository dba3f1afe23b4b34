"""One run: look at every source, take in what is new, publish. Safe to kill and to repeat.

A run converges by comparing sources, landing, ledger and version; it remembers nothing. A bad file
is recorded and the next one goes on.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any

from polars.exceptions import PolarsError

from ingest import configured, requests
from ingest.config import Config
from ingest.fetching.problems import NotFetched, NotYet
from ingest.label import Label, snapshot_id
from ingest.landing import Landed, NotLanded, StillWritten, land
from ingest.ledger import LedgerDraft, amend, recorded, sweep
from ingest.outcomes import FAILED, file_outcome, not_read, waiting_file
from ingest.record import LOADED, fingerprint, snapshot_record
from ingest.report import Reporter
from ingest.sentences.reasons import BY_A_PERSON
from ingest.sources import Candidate, Waiting, candidates, named, sayable
from ingest.turns import Turns
from ingest.watchlist import watchlist
from warehouse.clock import now, today
from warehouse.errors import TrackerError, remedy
from warehouse.files import write_durably
from warehouse.inbox import sweep_uploads
from warehouse.locks import ingest_lock, never
from warehouse.paths import Store
from warehouse.spill import sweep_spill
from warehouse.status import Run, RunFile, append_run, read_unclaimed, write_unclaimed
from warehouse.store import publish

if TYPE_CHECKING:  # loaded when a file is read or fetched; a run with nothing new needs neither
    from ingest.fetching.fetcher import Fetcher
    from ingest.fetching.http import Network
    from ingest.intake import Intake

LOCK_SECONDS = 600.0

#: What starts a run that asks nobody outside, for it may come every few seconds.
LOOKING = ("start", "inbox", "configuration")


class Stopped(TrackerError):
    """The run was asked to stop; what it had not committed is gone, the next run does it."""


@dataclass(frozen=True)
class Pipeline:
    """Everything a run needs."""

    config: Config
    store: Store
    reporter: Reporter
    stopping: Callable[[], bool] = never
    network: Network | None = None  #: None: the real one
    #: What this run has looked at, by snapshot.
    _seen: set[str] = field(default_factory=set)

    @cached_property
    def _turns(self) -> Turns:
        return Turns(self.store)

    @cached_property
    def _fetcher(self) -> Fetcher:
        from ingest.fetching.fetcher import Fetcher
        from ingest.fetching.http import REAL

        return Fetcher(self.config, self.store, self._stop_when_asked, self.network or REAL)

    def run(self, trigger: str, source_id: str | None = None, files: Iterable[str] = ()) -> Run:
        """Take in what is new of all sources, of one, or the named files, and publish.

        Raises TrackerError when another run does not end, when a check refuses the new version,
        or for a source or file that cannot be meant.
        """
        self.store.make_folders()
        started = now()
        with ingest_lock(self.store, LOCK_SECONDS, self.stopping):
            sweep(self.store)
            sweep_spill(self.store)
            sweep_uploads(self.store)
            configured.note(self.store, self.config.root)
            requests.take(self.store, self.config)
            self._seen.clear()
            self._turns.forget()
            chosen, waiting = self._chosen(source_id, list(files))
            if trigger in LOOKING:
                chosen = [candidate for candidate in chosen if candidate.address is None]
            outcomes = [waiting_file(sayable(file.path.name), file.why) for file in waiting]
            if source_id is None and not files:
                self._say_unclaimed(waiting)
            for number, candidate in enumerate(chosen, start=1):
                self.reporter.file_started(candidate.origin, number, len(chosen))
                for outcome in self._outcomes(candidate):
                    outcomes.append(outcome)
                    self.reporter.file_done(outcome)
            run = self._published(outcomes)
            run |= {
                "run_id": uuid.uuid4().hex,
                "started_at": started.isoformat(timespec="seconds"),
                "finished_at": now().isoformat(timespec="seconds"),
                "trigger": trigger,
            }
            self._record(run)
        self.reporter.run_done(run)
        look_for_alerts(self.config, self.store, run)
        return run

    def _chosen(
        self, source_id: str | None, files: list[str]
    ) -> tuple[list[Candidate], list[Waiting]]:
        if files:
            return named(files, self.config, self.store, source_id), []
        return candidates(self.config, self.store, source_id)

    def _outcomes(self, candidate: Candidate) -> Iterator[RunFile]:
        """What came of one file, or of each file at its address."""
        try:
            for file in self._fetcher.fetch(candidate) if candidate.address else [candidate]:
                if outcome := self._take_in(file):
                    yield outcome
        except NotYet as error:
            yield not_read(candidate, "waiting", str(error))
        except NotFetched as error:
            yield not_read(candidate, "not_read", str(error))

    def _say_unclaimed(self, waiting: list[Waiting]) -> None:
        inbox = self.store.inbox
        names = [str(one.path.relative_to(inbox)) for one in waiting if one.asks_source]
        if names != read_unclaimed(self.store):
            write_unclaimed(self.store, names)

    def _take_in(self, candidate: Candidate) -> RunFile | None:
        """What came of one file; None for landed bytes whose own file this run has dealt with."""
        try:
            landed = land(candidate.path, self.store, meanwhile=_load_checks)
            label = self._turns.label(candidate, landed.sha256)
            one = snapshot_id(label.source_id, landed.sha256, label.turn)
            if one in self._seen and self.store.landing in candidate.path.parents:
                return None
            self._seen.add(one)
        except StillWritten as error:
            return not_read(candidate, "waiting", str(error))
        except NotLanded as error:
            return not_read(candidate, "not_read", str(error))
        except OSError as error:
            return not_read(candidate, "not_read", _disk(error, self.store))
        known = recorded(self.store, one)
        if known and known["outcome"] in LOADED:
            return self._kept(candidate, known, label)
        if known and known["rules"] == fingerprint(self.config, candidate.source, label):
            again = {"refused": "still_refused", "waiting": "still_waiting", "held": "still_held"}
            return file_outcome(candidate, known, again[known["outcome"]])
        return self._read(candidate, landed, label)

    def _kept(self, candidate: Candidate, known: dict[str, Any], label: Label) -> RunFile:
        """A loaded file stays as it was read, but for the day somebody withdrew it."""
        if known["withdrawn_on"] == label.withdrawn_on():
            return file_outcome(candidate, known, "unchanged")
        changed = {
            "withdrawn_on": label.withdrawn_on(),
            "read_at": now().isoformat(timespec="microseconds"),
        }
        known = amend(self.store, known["snapshot_id"], **changed)
        return file_outcome(
            candidate, known, "withdrawn" if known["withdrawn_on"] else known["outcome"]
        )

    def _read(self, candidate: Candidate, landed: Landed, label: Label) -> RunFile:
        """Read the bytes into the ledger."""
        one = snapshot_id(label.source_id, landed.sha256, label.turn)
        draft = LedgerDraft.in_store(self.store, one)
        try:
            intake = self._intake(candidate, landed, label, draft)
            record = snapshot_record(intake, candidate.source, self.config, landed, label)
            draft.commit(self.store, record)
        except (ValueError, RuntimeError, PolarsError) as error:
            odd = TrackerError(
                f"the file holds something no format of ours has: {str(error)[:200]}",
                candidate.origin,
                "export it again; nothing of it was loaded, the other files go on",
            )
            return not_read(candidate, "not_read", sayable(str(odd)))
        except OSError as error:
            return not_read(candidate, "not_read", _disk(error, self.store))
        finally:
            draft.discard()
        return file_outcome(candidate, record, record["outcome"])

    def _intake(
        self, candidate: Candidate, landed: Landed, label: Label, draft: LedgerDraft
    ) -> Intake:
        from ingest.intake import Intake, Reader

        one = snapshot_id(label.source_id, landed.sha256, label.turn)
        decided = label.decision()
        if decided and decided["decision"] == "refuse":
            said = BY_A_PERSON(day=decided["on"], reason=decided["reason"])
            return Intake(one, "refused", said)
        if suspicion := label.held_for():
            return Intake(one, "held", suspicion)
        reader = Reader(self.config, self.store, today(), self._tell, known=self.store)
        return reader.read(landed.path, one, label.context(candidate.source), draft)

    def _tell(self, rows: int) -> None:
        self.reporter.rows_read(rows)
        self._stop_when_asked()

    def _stop_when_asked(self) -> None:
        if self.stopping():
            raise Stopped("the run was asked to stop", "ingest", "run it again; nothing is lost")

    def _published(self, files: list[RunFile]) -> Run:
        self._stop_when_asked()
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


def look_for_alerts(config: Config, store: Store, run: Run | None = None) -> None:
    """Tell what is worth a word, where config/alerts.toml asks for it; no run fails by it.

    Where it asked once and no longer does, a look notes that its rules are off.
    """
    if config.alerts.is_on or store.alerts.exists():
        from ingest.alerting import evaluate  # a run that is told nobody does without

        evaluate.after_run(config, store, run)


def _load_checks() -> None:
    """Load what checks a file beside its landing: it takes a second, while the disk is waited for.

    DuckDB loads pandas when it is first given a value.
    """
    wanted = ("ingest.intake", "pandas")
    Thread(target=lambda: [import_module(name) for name in wanted], daemon=True).start()


def _disk(error: OSError, store: Store) -> str:
    return str(
        TrackerError(
            f"the data folder could not be read or written: {error.strerror}",
            str(store.root),
            f"{remedy(error)}, then run again; nothing was changed",
        )
    )
