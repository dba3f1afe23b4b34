"""What a person asks of the ingest from a page or the command line: answers, decisions, figures.

Anyone may leave a request; the next run takes it, under the ingest lock, and writes it down.
"""

import json
import uuid
from collections.abc import Mapping
from pathlib import Path

from warehouse.files import write_durably
from warehouse.paths import Store


def leave(store: Store, snapshot_id: str, by: str, words: Mapping[str, str]) -> Path:
    """Leave words about one snapshot: answers to its questions, or a decision with its reason."""
    return _left(store, {"snapshot_id": snapshot_id, "by": by, "words": dict(words)})


def leave_figure(store: Store, by: str, words: Mapping[str, str]) -> Path:
    """Leave one figure with its source, in the words of `python -m ingest add`."""
    return _left(store, {"figure": dict(words), "by": by})


def _left(store: Store, request: dict[str, object]) -> Path:
    path = store.requests / f"{uuid.uuid4().hex}.json"
    write_durably(path, json.dumps(request, ensure_ascii=False).encode())
    return path
