"""What a person asks of the ingest from a page or the command line: answers, decisions, figures,
and whose file a dropped one is.

Anyone may leave a request; the next run takes it, under the ingest lock, and writes it down. `act`
is the act of the log that left it, and ends when it is carried out or cannot be. One
that cannot be carried out stays, with the reason, until somebody dismisses it.
"""

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from warehouse import acts
from warehouse.files import write_durably
from warehouse.paths import Store

ENDING, REFUSED = ".json", ".refused"


@dataclass(frozen=True)
class Request:
    """One thing somebody asked; `why` says why it was not done, once a run has tried."""

    path: Path
    content: dict[str, Any]
    why: str | None = None

    @property
    def snapshot_id(self) -> str | None:
        """The file it is about, when it is about one that was taken in."""
        return self.content.get("snapshot_id")

    @property
    def words(self) -> dict[str, str]:
        """What it says: answers, a decision with its reason, or a figure."""
        found = self.content.get("words") or self.content.get("figure")
        return found if isinstance(found, dict) else {}

    @property
    def claimed(self) -> str | None:
        """The dropped file it gives to a source, as a path within the inbox."""
        return self.content.get("claim")

    @property
    def act(self) -> str | None:
        """The act of the log that left it."""
        act = self.content.get("act")
        return act if isinstance(act, str) else None

    @property
    def tested(self) -> str | None:
        """The channel of alerts that it asks a test message of."""
        channel = self.content.get("test_channel")
        return channel if isinstance(channel, str) else None


def leave(
    store: Store, snapshot_id: str, by: str, words: Mapping[str, str], act: str | None = None
) -> Path:
    """Leave words about one snapshot: answers to its questions, or a decision with its reason."""
    return _left(store, {"snapshot_id": snapshot_id, "by": by, "words": dict(words)}, act)


def leave_figure(store: Store, by: str, words: Mapping[str, str], act: str | None = None) -> Path:
    """Leave one figure with its source, in the words of `python -m ingest add`."""
    return _left(store, {"figure": dict(words), "by": by}, act)


def leave_claim(store: Store, by: str, name: str, source_id: str, act: str | None = None) -> Path:
    """Say which source a file of the inbox is from; `name` is its path within the inbox."""
    return _left(store, {"claim": name, "source": source_id, "by": by}, act)


def leave_test(store: Store, by: str, channel: str, act: str | None = None) -> Path:
    """Ask for a test message to one channel of config/alerts.toml."""
    return _left(store, {"test_channel": channel, "by": by}, act)


def pending(store: Store) -> list[Request]:
    """What was asked and no run has taken yet."""
    return [Request(path, read(path)) for path in sorted(store.requests.glob(f"[!.]*{ENDING}"))]


def refused(store: Store) -> list[Request]:
    """What could not be carried out, with the reason."""
    paths = sorted(store.requests.glob(f"[!.]*{REFUSED}"))
    contents = [(path, read(path)) for path in paths]
    return [Request(path, content, str(content.get("why"))) for path, content in contents]


def refuse(request: Request, why: str) -> None:
    """Set a request aside with the reason; callers hold the lock."""
    text = json.dumps({**request.content, "why": why})
    write_durably(request.path.with_suffix(REFUSED), text.encode())
    request.path.unlink()


def read(path: Path) -> dict[str, Any]:
    """What a request says; nothing when its file holds anything else or has just gone."""
    try:
        content = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def carried_out(store: Store, request: Request, problem: str | None = None) -> None:
    """Write down how the act ended that left the request; one from elsewhere has its own end."""
    if request.act is not None:
        outcome = acts.DONE if problem is None else acts.FAILED
        acts.end(store, request.act, outcome, problem)


def _left(store: Store, request: dict[str, object], act: str | None) -> Path:
    request |= {"act": act} if act else {}
    path = store.requests / f"{uuid.uuid4().hex}{ENDING}"
    write_durably(path, json.dumps(request).encode())
    return path
