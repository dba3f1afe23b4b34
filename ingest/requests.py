"""Takes what people asked through warehouse.requests: words about files, whose files they are, and
figures by hand."""

from __future__ import annotations

from typing import Any

from ingest.answers import refuse_unfit
from ingest.by_hand import write_figure
from ingest.config import Config
from ingest.label import Label, read_label, write_label
from ingest.ledger import recorded
from warehouse import inbox, requests
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.requests import Request


def take(store: Store, config: Config) -> None:
    """Carry out every request, once, and clear it away; callers hold the lock.

    One that names no file, does not fit it, or is a figure that cannot be meant, is set aside with
    the reason. Tests of channels are left to the alerts, which send after the lock is given back.
    """
    for request in requests.pending(store):
        if request.tested is not None:
            continue
        try:
            _carry_out(store, config, request)
        except TrackerError as error:
            requests.carried_out(store, request, str(error))
            requests.refuse(request, str(error))
        else:
            requests.carried_out(store, request)
            request.path.unlink()


def _carry_out(store: Store, config: Config, request: Request) -> None:
    if "figure" in request.content:
        write_figure(_words(request.content["figure"]), config, store)
    elif "claim" in request.content:
        source = config.source(str(request.content.get("source")))
        inbox.claim(store, str(request.content["claim"]), source.source_id)
    else:
        _apply(store, request)


def _apply(store: Store, request: Request) -> None:
    known = recorded(store, str(request.snapshot_id))
    label = known and _label(store, known)
    if not known or not label:
        raise TrackerError("no file of the ledger is meant", request.path.name, "ask it again")
    request_id = request.path.stem
    if any(told.get("request") == request_id for told in label.said):
        return
    words = _words(request.content.get("words"))
    refuse_unfit(known, words)
    by, told = str(request.content.get("by")), words | {"request": request_id}
    write_label(store, known["sha256"], label.with_statement(by, told))


def _label(store: Store, known: dict[str, Any]) -> Label | None:
    return read_label(store, known["source_id"], known["sha256"], known.get("turn", 1))


def _words(content: Any) -> dict[str, str]:
    if not isinstance(content, dict) or not content:
        raise TrackerError("the request says nothing", "requests", "ask it again")
    return {str(key): str(word) for key, word in content.items()}
