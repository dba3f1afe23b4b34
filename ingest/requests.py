"""Takes what people asked through warehouse.requests: words about files, and figures by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ingest.by_hand import write_figure
from ingest.config import Config
from ingest.label import read_label, write_label
from ingest.ledger import recorded
from warehouse.errors import TrackerError
from warehouse.paths import Store

REFUSED = ".refused"


def take(store: Store, config: Config) -> None:
    """Carry out every request, once, and clear it away; callers hold the lock.

    One that names no file of the ledger, or a figure that cannot be meant, is set aside under
    another ending.
    """
    for path in sorted(store.requests.glob("[!.]*.json")):
        request = _read(path)
        if "figure" in request:
            done = _write_figure(request["figure"], config, store)
        else:
            done = _apply(store, path.stem, request)
        if done:
            path.unlink()
        else:
            path.rename(path.with_suffix(REFUSED))


def _write_figure(words: Any, config: Config, store: Store) -> bool:
    try:
        write_figure({str(key): str(word) for key, word in dict(words).items()}, config, store)
    except (TrackerError, TypeError, ValueError):
        return False
    return True


def _apply(store: Store, request_id: str, request: dict[str, Any]) -> bool:
    known = recorded(store, str(request.get("snapshot_id")))
    label = known and read_label(store, known["source_id"], known["sha256"])
    words = request.get("words")
    if not known or not label or not isinstance(words, dict):
        return False
    if any(told.get("request") == request_id for told in label.said):
        return True
    told = {str(key): str(word) for key, word in words.items()} | {"request": request_id}
    write_label(store, known["sha256"], label.with_statement(str(request.get("by")), told))
    return True


def _read(path: Path) -> dict[str, Any]:
    try:
        request = json.loads(path.read_bytes())
    except ValueError:
        return {}
    return request if isinstance(request, dict) else {}
