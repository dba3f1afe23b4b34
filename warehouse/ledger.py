"""Reads what the ledger holds: which snapshots, at which state, and the watch list.

The ledger is written by ingest alone; nothing here changes it.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from warehouse.errors import TrackerError
from warehouse.paths import Store

TABLES = ("observation", "event", "fx_rate", "rejected_row")


@dataclass(frozen=True)
class Stamp:
    """What tells two states of one snapshot apart: read again, or withdrawn."""

    outcome: str
    read_at: datetime
    withdrawn_on: date | None = None


@dataclass(frozen=True)
class Ledger:
    """The ledger at one moment."""

    folder: Path
    stamps: dict[str, Stamp]
    watchlist: bytes

    @classmethod
    def read(cls, store: Store) -> "Ledger":
        """Every whole snapshot folder; one still being made (.tmp-…) is not there yet."""
        folders = sorted(store.ledger.glob("*/snapshot.json")) if store.ledger.is_dir() else []
        stamps = {
            path.parent.name: _stamp(path)
            for path in folders
            if not path.parent.name.startswith(".")
        }
        try:
            watchlist = store.watchlist.read_bytes()
        except FileNotFoundError:
            watchlist = b""
        return cls(store.ledger, stamps, watchlist)

    @property
    def is_empty(self) -> bool:
        """Nothing to make a version of."""
        return not self.stamps and not self.watchlist

    def digest(self) -> str:
        """Sha256 of what a version of this ledger holds."""
        lines = [
            f"{name} {s.outcome} {s.read_at} {s.withdrawn_on}"
            for name, s in sorted(self.stamps.items())
        ]
        return hashlib.sha256("\n".join(lines).encode() + b"\0" + self.watchlist).hexdigest()

    def files(self, snapshots: Iterable[str], table: str) -> list[str]:
        """The Parquet files of one table; a long snapshot has it in parts."""
        folders = (self.folder / snapshot for snapshot in snapshots)
        return [
            str(path) for folder in folders for path in sorted(folder.glob(f"{table}*.parquet"))
        ]

    def descriptions(self, snapshots: Iterable[str]) -> list[str]:
        """The snapshot.json files."""
        return [str(self.folder / snapshot / "snapshot.json") for snapshot in snapshots]


def _stamp(path: Path) -> Stamp:
    try:
        description = json.loads(path.read_bytes())
        withdrawn_on = description.get("withdrawn_on")
        return Stamp(
            description["outcome"],
            datetime.fromisoformat(description.get("read_at") or description["fetched_at"]),
            date.fromisoformat(withdrawn_on) if withdrawn_on else None,
        )
    except (ValueError, KeyError, TypeError) as error:
        raise TrackerError(
            f"The snapshot's description cannot be read: {error!r}",
            str(path),
            f"Remove {path.parent} and run `python -m ingest run`: landing still has the file.",
        ) from error
