"""Where the parts of one store lie under its root; nothing else spells these names."""

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Store:
    """One data folder: everything the tracker keeps, and nothing outside it."""

    root: Path

    @classmethod
    def from_env(cls) -> "Store":
        """The folder TRACKER_DATA names, else ./data."""
        return cls(Path(os.environ.get("TRACKER_DATA") or "data").absolute())

    @property
    def landing(self) -> Path:
        """Raw bytes as fetched, each file named by its sha256."""
        return self.root / "landing"

    @property
    def ledger(self) -> Path:
        """One folder a snapshot: the truth every version is made from."""
        return self.root / "ledger"

    @property
    def watchlist(self) -> Path:
        """The configuration of apps and sources as the last ingest run read it."""
        return self.ledger / "watchlist.json"

    @property
    def versions(self) -> Path:
        """Published DuckDB files, each complete and never changed after."""
        return self.root / "versions"

    @property
    def link(self) -> Path:
        """The symbolic link to the newest version."""
        return self.root / "warehouse.duckdb"

    @property
    def pointer(self) -> Path:
        """The text file that names the newest version where links need a privilege (Windows)."""
        return self.root / "warehouse.pointer"

    @property
    def inbox(self) -> Path:
        """Where people drop files."""
        return self.root / "inbox"

    @property
    def requests(self) -> Path:
        """What people asked of the ingest and no run has taken yet."""
        return self.root / "requests"

    @property
    def state(self) -> Path:
        """Heartbeat, run history, locks: lost without harm."""
        return self.root / "state"

    @property
    def spill(self) -> Path:
        """Where DuckDB puts what does not fit in memory."""
        return self.state / "tmp"

    def make_folders(self) -> None:
        """Make every folder of the store that is not there."""
        folders = (self.landing, self.ledger, self.versions, self.inbox, self.requests, self.state)
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
