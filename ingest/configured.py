"""Notes which files of config/ somebody changed since the last run: rows of the log of acts.

Nobody logs in to edit a file, so the row names the user the file belongs to. What it holds stays
out of the log. The first run has nothing to compare with, and notes none.
"""

from __future__ import annotations

import json
from pathlib import Path

from warehouse import acts
from warehouse.acts import Deed, Doer, Doing
from warehouse.errors import TrackerError
from warehouse.files import sha256_of, write_durably
from warehouse.paths import Store

#: What each file was when a run last looked; lost without harm, for then nothing is noted.
NAME = "config.json"
SECRETS = "secrets"


def note(store: Store, root: Path) -> None:
    """Write down each file that is new, changed or gone; callers hold the ingest lock.

    No load waits for it: what cannot be written now is written by the next run that can.
    """
    try:
        found, before = _files(root), _seen(store)
        if found == before:
            return
        changed = {} if before is None else dict(found.items() ^ before.items())
        for name in sorted(changed):
            with Doing(store, _owner(root / name), Deed("configure", name)):
                pass
        _remember(store, found)
    except (TrackerError, OSError):
        return


def expect(store: Store, root: Path, path: Path) -> None:
    """Let the next run know of a file that a command wrote: it has a row of its own already."""
    seen = _seen(store)
    if seen is not None:
        _remember(store, seen | {path.relative_to(root).as_posix(): sha256_of(path)})


def _remember(store: Store, files: dict[str, str]) -> None:
    write_durably(store.state / NAME, json.dumps(files, ensure_ascii=True).encode())


def _files(root: Path) -> dict[str, str]:
    """The sha256 of each file by its path; files of secrets are nobody's business."""
    return {
        path.relative_to(root).as_posix(): sha256_of(path)
        for path in sorted((root / "config").rglob("*.toml"))
        if not path.name.startswith((SECRETS, "."))
    }


def _seen(store: Store) -> dict[str, str] | None:
    try:
        seen = json.loads((store.state / NAME).read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    return seen if isinstance(seen, dict) else None


def _owner(path: Path) -> Doer:
    """The user a file belongs to; of one that is gone, nobody can tell."""
    try:
        return Doer(path.owner(), acts.FILES)
    except (OSError, KeyError, NotImplementedError):
        return Doer("unknown", acts.FILES)
