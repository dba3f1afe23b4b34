"""What the commands of `python -m ingest` do that changes something, as the log of acts has it."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ingest import answers
from ingest.outcomes import FAILED
from warehouse.acts import Deed
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.status import read_runs

Command = argparse.Namespace

#: Commands that change nothing, or that no person's act is: what the scheduler loads is a run.
NO_ACT = ("check", "watch", "status", "formats")


def deed(command: Command, store: Store) -> Deed | None:
    """What a command is about to do; None when it changes nothing."""
    if command.command in NO_ACT:
        return None
    return _DEEDS[command.command](command, store)


def why(command: str, store: Store) -> str:
    """What a command that did not raise could not do, by the record of its load if it loads."""
    if command in ("alerts", "digest"):
        return "not every message was sent"
    runs = read_runs(store)
    if not runs:
        return "the load is not on record"
    bad = [file["name"] for file in runs[-1]["files"] if file["outcome"] in FAILED]
    return runs[-1]["reason"] or f"not loaded: {', '.join(bad)}"


def _load(command: Command, _store: Store) -> Deed:
    names = [Path(file.partition("?")[0]).name for file in command.files]
    return Deed("load", ", ".join(names) or command.source or "what is new")


def _enter(command: Command, _store: Store) -> Deed:
    return Deed("enter", f"{command.metric} of {command.app}, {command.period}")


def _answer(command: Command, store: Store) -> Deed:
    return Deed("answer", _file(command, store))


def _decide(command: Command, store: Store) -> Deed:
    return Deed(command.command, _file(command, store), command.reason)


def _map(command: Command, _store: Store) -> Deed | None:
    return Deed("add_mapping", command.name or Path(command.file).stem) if command.write else None


def _alerts(command: Command, _store: Store) -> Deed | None:
    return None if command.test is None else Deed("test_channel", command.test)


def _digest(command: Command, _store: Store) -> Deed | None:
    return Deed("send_digest", "the channels of [digest]") if command.send else None


def _file(command: Command, store: Store) -> str:
    try:
        known = answers.find(store, command.file)
    except TrackerError:
        return str(command.file)
    return f"{known['name']} ({known['snapshot_id'][:12]})"


_DEEDS: dict[str, Callable[[Command, Store], Deed | None]] = {
    "run": _load,
    "add": _enter,
    "answer": _answer,
    **dict.fromkeys(answers.DECISIONS, _decide),
    "map": _map,
    "alerts": _alerts,
    "digest": _digest,
}
