"""Takes what people asked through warehouse.requests and writes it on the labels of their files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ingest.label import read_label, write_label
from ingest.ledger import recorded
from warehouse.paths import Store

REFUSED = ".refused"


def take(store: Store) -> None:
    """Write every request on its file's label, once, and clear it away; callers hold the lock.

    A request that names no file of the ledger is set aside under another ending.
    """
    for path in sorted(store.requests.glob("[!.]*.json")):
        if _apply(store, path.stem, _read(path)):
            path.unlink()
        else:
            path.rename(path.with_suffix(REFUSED))


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
