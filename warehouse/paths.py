"""Where the parts of one store lie under its root; nothing else spells these names."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import TrackerError

_REASONS = {
    errno.EACCES: "this user may not use it",
    errno.EPERM: "this user may not use it",
    errno.EROFS: "its file system is read-only",
    errno.ELOOP: "a link in its path leads back to itself",
    errno.ENOTDIR: "a file stands where a folder is needed",
    errno.EEXIST: "a file stands where a folder is needed",
    errno.ENOSPC: "the disk is full",
}
_OTHER_FOLDER = "Mend that, or name another folder: make run TRACKER_DATA=/path/to/folder."


@dataclass(frozen=True)
class Store:
    """One data folder: everything the tracker keeps, and nothing outside it."""

    root: Path

    @classmethod
    def from_env(cls) -> "Store":
        """The folder TRACKER_DATA names, else ./data.

        Raises TrackerError when it is relative to a working folder that is gone, or has a name
        that DuckDB cannot work with.
        """
        named = Path(os.environ.get("TRACKER_DATA", "").strip() or "data")
        if named.parts[0] == "~":  # a shell may have left it so, and nobody wants a folder "~"
            named = named.expanduser()
        try:
            root = named.absolute()
            str(root).encode()
        except FileNotFoundError as error:
            raise TrackerError(
                "The folder you are in is gone", str(named), "Change to another and run it again."
            ) from error
        except UnicodeEncodeError as error:
            raise TrackerError(
                "The data folder's name is not UTF-8", repr(str(named)), _OTHER_FOLDER
            ) from error
        if "?" in str(root):
            raise TrackerError(
                "DuckDB takes the ? in the data folder's name for the end of it",
                str(root),
                _OTHER_FOLDER,
            )
        return cls(root)

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
    def acts(self) -> Path:
        """Who did what: the log of acts, only added to."""
        return self.ledger / "log-of-acts.jsonl"

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
    def uploads(self) -> Path:
        """What people uploaded and look at before it is loaded."""
        return self.state / "uploads"

    @property
    def alerts(self) -> Path:
        """What alerts fired and where they were sent: no version holds it, so back it up."""
        return self.root / "alerts"

    @property
    def tokens(self) -> Path:
        """Who may ask the API, by the hashes of their tokens."""
        return self.root / "tokens.json"

    @property
    def saved_views(self) -> Path:
        """Views of the dashboard that people gave a name."""
        return self.state / "views"

    @property
    def spill(self) -> Path:
        """Where DuckDB puts what does not fit in memory."""
        return self.state / "tmp"

    def make_folders(self) -> None:
        """Make every folder of the store that is not there.

        Raises TrackerError when one cannot be made, or may not be written.
        """
        folders = (self.landing, self.ledger, self.versions, self.inbox, self.requests, self.state)
        for folder in folders:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise unusable(folder, error) from error
            if not os.access(folder, os.W_OK | os.X_OK):
                raise unusable(folder, OSError(_why_not_written(folder), ""))


def _why_not_written(folder: Path) -> int:
    read_only = hasattr(os, "statvfs") and os.statvfs(folder).f_flag & os.ST_RDONLY
    return errno.EROFS if read_only else errno.EACCES


def unusable(path: Path, error: OSError) -> TrackerError:
    """Why a path of the store cannot be used, naming the part of it that is at fault."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    culprit = path
    for part in (path, *path.parents):
        if part.is_symlink() and not part.exists() and error.errno != errno.ELOOP:
            culprit, reason = part, "it is a link that leads nowhere"
        elif error.errno in (errno.ENOTDIR, errno.EEXIST) and part.is_file():
            culprit = part
    return TrackerError(f"The data folder cannot be used: {reason}", str(culprit), _OTHER_FOLDER)
