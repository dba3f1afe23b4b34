"""Reads what the ledger holds: which snapshots, at which state, and the watch list.

The ledger is written by ingest alone; nothing here changes it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from warehouse import act_log
from warehouse.errors import TrackerError
from warehouse.files import literal, sha256_of
from warehouse.paths import Store, unusable

#: Key of a description: the sha256 of each Parquet file beside it, by name.
PARTS = "parts"
TABLES = ("observation", "event", "fx_rate", "app_listing", "rejected_row")


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
    #: The log of acts, whole lines of it. It brings no figure: alone it makes no version.
    acts: bytes = b""

    @classmethod
    def read(cls, store: Store) -> "Ledger":
        """Every whole snapshot folder; one still being made (.tmp-…) is not there yet.

        Raises TrackerError for what is there and cannot be read: it is not the same as gone.
        """
        try:
            names = sorted(name for name in os.listdir(store.ledger) if not name.startswith("."))
        except FileNotFoundError:
            names = []
        except OSError as error:
            raise unusable(store.ledger, error) from error
        read = {name: stamp_of(store.ledger / name / "snapshot.json") for name in names}
        stamps = {name: stamp for name, stamp in read.items() if stamp is not None}
        return cls(store.ledger, stamps, _bytes(store.watchlist) or b"", _acts(store))

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
        """The Parquet files of one table, for DuckDB to read; a long snapshot has it in parts."""
        folders = (self.folder / snapshot for snapshot in snapshots)
        return [
            literal(path) for folder in folders for path in sorted(folder.glob(f"{table}*.parquet"))
        ]

    def refuse_damaged(self, snapshots: Iterable[str]) -> None:
        """Raise TrackerError for the first Parquet file that is not as it was written.

        Without this, bytes that a failing disk changed could be read as another figure.
        """
        for snapshot in snapshots:
            for damage in damaged_parts(self.folder / snapshot):
                raise damage

    def descriptions(self, snapshots: Iterable[str]) -> list[str]:
        """The snapshot.json files, for DuckDB to read."""
        return [literal(self.folder / snapshot / "snapshot.json") for snapshot in snapshots]


def damaged_parts(folder: Path) -> Iterator[TrackerError]:
    """What is wrong with the Parquet files of one snapshot, by the sha256 its description has.

    Nothing is said of a snapshot of an earlier release, which wrote none down.
    """
    path = folder / "snapshot.json"
    try:
        parts = json.loads(path.read_bytes()).get(PARTS)
        known = {} if parts is None else {str(name): str(digest) for name, digest in parts.items()}
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        yield unreadable_description(path, error)
        return
    if parts is None:
        return
    found = {part.name for part in folder.glob("*.parquet")}
    for name in sorted(found | known.keys()):
        if name not in found:
            yield _not_as_written("The snapshot has lost a file of its rows", folder / name)
        elif name not in known:
            yield _not_as_written("The snapshot has a file that no run wrote", folder / name)
        elif sha256_of(folder / name) != known[name]:
            yield _not_as_written("The file's bytes are not those that were written", folder / name)


def _not_as_written(problem: str, path: Path) -> TrackerError:
    return TrackerError(
        problem,
        str(path),
        f"Remove {path.parent} and run `python -m ingest run`: landing still has the file.",
    )


def _acts(store: Store) -> bytes:
    try:
        return act_log.read(store)
    except OSError as error:
        raise unusable(store.acts, error) from error


def _bytes(path: Path) -> bytes | None:
    """What a file of the ledger holds; None when it is not there."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unusable(path, error) from error


def stamp_of(path: Path) -> Stamp | None:
    """The state that a snapshot.json tells of; None when there is none.

    Raises TrackerError when it cannot be read.
    """
    text = _bytes(path)
    if text is None:
        return None
    try:
        description = json.loads(text)
        withdrawn_on = description.get("withdrawn_on")
        return Stamp(
            description["outcome"],
            datetime.fromisoformat(description.get("read_at") or description["fetched_at"]),
            date.fromisoformat(withdrawn_on) if withdrawn_on else None,
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise unreadable_description(path, error) from error


def unreadable_description(path: Path, error: Exception) -> TrackerError:
    """What to say of a snapshot.json that is damaged."""
    return TrackerError(
        f"The snapshot's description cannot be read: {error!r}",
        str(path),
        f"Remove {path.parent} and run `python -m ingest run`: landing still has the file.",
    )
