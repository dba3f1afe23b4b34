"""What fetching remembers in state/: what an address last answered, and the calls of the day.

All of it may be lost: the answer is then fetched whole, and nothing is there to compare it with.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

from ingest.label import read_label
from warehouse.clock import today
from warehouse.files import write_durably
from warehouse.paths import Store

#: An address with a date in it is another one every day.
MOST_REMEMBERED = 5000

_Remembered = TypeVar("_Remembered")


@dataclass(frozen=True)
class Known:
    """The last answer of an address."""

    sha256: str
    mark: str | None = None  # what changes when the file does, as its file system says
    etag: str | None = None
    modified: str | None = None
    content_type: str = ""

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the answer only if it is another."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True)
class Amount:
    """How many records a fetch brought when nothing was wrong with it, and one held since."""

    records: int | None
    held_records: int | None = None
    held_sha256: str | None = None


class Memory:
    """The memory of one source."""

    def __init__(self, store: Store, source_id: str) -> None:
        self._store = store
        self._source_id = source_id
        self._path = store.state / "fetched" / f"{source_id}.json"

    def known(self, key: str) -> tuple[Known, Path] | None:
        """The last answer and its bytes, as long as landing has them for this source."""
        known = _made(Known, self._read("answers").get(key))
        if known is None or not read_label(self._store, self._source_id, known.sha256):
            return None
        landed = self._store.landing / known.sha256
        return (known, landed) if landed.is_file() else None

    def keep(self, key: str, known: Known) -> None:
        """Remember an answer."""
        self._write("answers", key, asdict(known))

    def amount(self, key: str) -> int | None:
        """How many records are due: those of the last fetch that nobody doubted, or of a held one
        that somebody released since.
        """
        amount = _made(Amount, self._read("amounts").get(key))
        if amount is None:
            return None
        if amount.held_sha256:
            label = read_label(self._store, self._source_id, amount.held_sha256)
            decided = label.decision() if label else None
            if decided and decided["decision"] == "release":
                return amount.held_records
        return amount.records

    def keep_amount(self, key: str, records: int, held_sha256: str | None) -> None:
        """Remember how many records a fetch brought, and that it is held when it is."""
        if held_sha256 is None:
            amount = Amount(records)
        else:
            amount = Amount(self.amount(key), records, held_sha256)
        self._write("amounts", key, asdict(amount))

    def calls_today(self) -> int:
        """How often the source was asked today."""
        entry = self._read("calls")
        count = entry.get(str(today()), 0)
        return count if isinstance(count, int) else 0

    def count_call(self) -> None:
        """Note one more call."""
        memory = self._all()
        memory["calls"] = {str(today()): self.calls_today() + 1}
        self._save(memory)

    def _read(self, part: str) -> dict[str, object]:
        return self._all().get(part, {})

    def _write(self, part: str, key: str, entry: dict[str, object]) -> None:
        memory = self._all()
        entries = memory.setdefault(part, {})
        if entries.get(key) == entry:
            return
        entries.pop(key, None)
        entries[key] = entry
        for oldest in list(entries)[:-MOST_REMEMBERED]:
            del entries[oldest]
        self._save(memory)

    def _save(self, memory: dict[str, dict[str, object]]) -> None:
        write_durably(self._path, json.dumps(memory, ensure_ascii=False, indent=1).encode())

    def _all(self) -> dict[str, dict[str, object]]:
        try:
            memory = json.loads(self._path.read_bytes())
        except (FileNotFoundError, ValueError):
            return {}
        whole = isinstance(memory, dict) and all(isinstance(v, dict) for v in memory.values())
        return memory if whole else {}


def _made(kind: type[_Remembered], entry: object) -> _Remembered | None:
    """What was remembered, or None when another release remembered it otherwise."""
    try:
        return kind(**entry) if isinstance(entry, dict) else None
    except TypeError:
        return None
