"""Views of the dashboard that somebody gave a name: which page, and which choices on it.

One small file a view, so that two people who save at the same moment do not undo each other.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from warehouse.errors import TrackerError
from warehouse.files import write_durably
from warehouse.paths import Store, unusable

LONGEST_NAME = 60
MOST = 200
_PAGE = re.compile(r"[a-z0-9_-]{0,40}")


@dataclass(frozen=True)
class SavedView:
    """A page and its choices, as they stand in the address bar."""

    name: str
    page: str
    choices: tuple[tuple[str, str], ...]


def save(store: Store, view: SavedView) -> None:
    """Keep a view under its name; one of that name is replaced.

    Raises TrackerError when the name is empty or too long, or the folder cannot be written.
    """
    name = " ".join(view.name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise TrackerError(
            f"A view needs a name of 1 to {LONGEST_NAME} letters",
            "saved views",
            "write a shorter name without control characters",
        )
    if len(saved(store)) >= MOST and not _path(store, name).exists():
        raise TrackerError(
            f"{MOST} views are saved, and no more are kept",
            str(store.saved_views),
            "delete one that nobody needs",
        )
    text = json.dumps({**asdict(view), "name": name}, ensure_ascii=False)
    try:
        write_durably(_path(store, name), text.encode())
    except OSError as error:
        raise unusable(store.saved_views, error) from error


def saved(store: Store) -> list[SavedView]:
    """Every view by name; a file that is no view is passed over."""
    read = (_read(path) for path in store.saved_views.glob("[!.]*.json"))
    return sorted((view for view in read if view), key=lambda view: view.name.casefold())


def delete(store: Store, name: str) -> None:
    """Forget the view of this name, if there is one."""
    _path(store, name).unlink(missing_ok=True)


def _path(store: Store, name: str) -> Path:
    return store.saved_views / f"{hashlib.sha256(name.encode()).hexdigest()[:32]}.json"


def _read(path: Path) -> SavedView | None:
    try:
        content = json.loads(path.read_bytes())
        pairs = tuple((str(key), str(value)) for key, value in content["choices"])
        view = SavedView(str(content["name"]), str(content["page"]), pairs)
    except (FileNotFoundError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return view if _PAGE.fullmatch(view.page) else None
