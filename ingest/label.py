"""The label beside landed bytes: whose they are, where from, and what people said of them.

One label a source, for two sources may have the same bytes; and one each time an address comes back
to them after it said others. With it they can be taken in again when the file itself is gone; what
people say is added and never taken back.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from ingest.config import Source
from ingest.context import Context
from ingest.fetching.address import name_of
from warehouse.clock import now, today
from warehouse.files import write_durably
from warehouse.paths import Store

ENDING = ".json"

#: What a statement may decide about a whole file; every other key answers a question about it.
DECISIONS = ("release", "refuse", "withdraw")
_ABOUT = {"at", "on", "by", "reason", "decision", "request"}


@dataclass(frozen=True)
class Label:
    """What is known of one source's file beside its bytes."""

    source_id: str
    origin: str  # as tables and messages name the file
    seen_at: str  # when the tracker first took the bytes, UTC
    file_day: str | None = None  # day of the file's last change, as it was first seen
    fetched_at: str | None = None  # when the tracker fetched it, UTC; None for dropped files
    suspicion: str | None = None  # why it is held until a person releases or refuses it
    said: list[dict[str, str]] = field(default_factory=list)  # statements of people, oldest first
    place: str | None = None  # the address that says such bytes, the same whatever the day
    turn: int = 1  # which time it says these; see ingest/turns.py

    @property
    def name(self) -> str:
        """The file's own name; the one in landing is a sha256."""
        return name_of(self.origin)

    def words(self) -> dict[str, str]:
        """What people answered, the newest word on each thing."""
        answers = [
            {key: word for key, word in told.items() if key not in _ABOUT} for told in self.said
        ]
        return {key: word for answer in answers for key, word in answer.items()}

    def decision(self) -> dict[str, str] | None:
        """The newest decision about the whole file, or None."""
        decided = [told for told in self.said if "decision" in told]
        return decided[-1] if decided else None

    def held_for(self) -> str | None:
        """Why the file is held, as long as nobody has released it."""
        decided = self.decision()
        return None if decided and decided["decision"] == "release" else self.suspicion

    def withdrawn_on(self) -> str | None:
        """The day the file was withdrawn, when that is the newest decision."""
        decided = self.decision()
        return decided["on"] if decided and decided["decision"] == "withdraw" else None

    def context(self, source: Source) -> Context:
        """What the formats may know of the file."""
        decided = self.decision()
        released = decided is not None and decided["decision"] == "release"
        days = _day(self.file_day), _day(self.fetched_at)
        return Context(source, self.name, *days, self.words(), released)

    def with_statement(self, by: str, words: dict[str, str]) -> Label:
        """The label with one more statement, dated now."""
        told = {"at": now().isoformat(timespec="seconds"), "on": str(today()), "by": by, **words}
        return replace(self, said=[*self.said, told])


def new_label(
    source_id: str,
    origin: str,
    path: Path,
    fetched_at: str | None = None,
    suspicion: str | None = None,
) -> Label:
    """The label of a file seen for the first time."""
    seen = now().isoformat(timespec="microseconds")
    changed = date.fromtimestamp(path.stat().st_mtime).isoformat()
    return Label(source_id, origin, seen, changed, fetched_at, suspicion)


def snapshot_id(source_id: str, sha256: str, turn: int = 1) -> str:
    """The name of one source's file everywhere in ledger and warehouse."""
    again = f"\n{turn}" if turn > 1 else ""
    return hashlib.sha256(f"{source_id}\n{sha256}{again}".encode()).hexdigest()


def read_label(store: Store, source_id: str, sha256: str, turn: int | None = None) -> Label | None:
    """The label of these bytes for this source, of the newest turn when none is meant; None when
    there is none that can be read.
    """
    if turn is not None:
        return _read(_path(store, source_id, sha256, turn))
    newest, turn = None, 1
    while label := _read(_path(store, source_id, sha256, turn)):
        newest, turn = label, turn + 1
    return newest


def write_label(store: Store, sha256: str, label: Label) -> None:
    """Put the label beside the bytes, durably."""
    text = json.dumps(asdict(label), ensure_ascii=False, indent=1)
    write_durably(_path(store, label.source_id, sha256, label.turn), text.encode())


def labelled_files(store: Store) -> Iterator[tuple[Path, Label]]:
    """Everything in landing with its labels; bytes whose label is lost are passed over."""
    return _labels(store, "[!.]*")


def labels_of_source(store: Store, source_id: str) -> Iterator[tuple[Path, Label]]:
    """One source's files in landing with their labels."""
    return _labels(store, f"[!.]*.{source_id}")


def _labels(store: Store, begin: str) -> Iterator[tuple[Path, Label]]:
    names = {*store.landing.glob(f"{begin}{ENDING}"), *store.landing.glob(f"{begin}.*{ENDING}")}
    for path in sorted(names):
        bytes_of_it, label = path.with_name(path.name.partition(".")[0]), _read(path)
        if label and bytes_of_it.is_file():
            yield bytes_of_it, label


def _path(store: Store, source_id: str, sha256: str, turn: int) -> Path:
    again = f".{turn}" if turn > 1 else ""
    return store.landing / f"{sha256}.{source_id}{again}{ENDING}"


def _read(path: Path) -> Label | None:
    try:
        return Label(**json.loads(path.read_bytes()))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _day(moment: str | None) -> date | None:
    return date.fromisoformat(moment[:10]) if moment else None
