"""What a person says about one file: answers to its questions, and decisions about all of it."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ingest.ledger import recorded
from ingest.vocabulary import BASES, COUNTRIES, GRAINS, PLATFORMS, UNITS
from warehouse import requests
from warehouse.errors import TrackerError
from warehouse.paths import Store

#: Outcomes that wait for a person.
OPEN = ("waiting", "held")

#: command → (what it does, which outcomes of a file it fits)
DECISIONS = {
    "release": ("load a file that was held, as it is", ("held",)),
    "refuse": ("keep a file out for good", OPEN),
    "withdraw": (
        "from today on, a loaded file does not count; replays of earlier days still show it",
        ("accepted", "accepted_in_part"),
    ),
}
_CLOSED = {
    "country": COUNTRIES,
    "platform": PLATFORMS,
    "unit": UNITS,
    "basis": BASES,
    "grain": GRAINS,
}
_OPTIONS = (*_CLOSED, "as_of", "period", "metric", "vendor_model")


def add_options(command: argparse.ArgumentParser, name: str) -> None:
    """The arguments of `answer`, or of a decision."""
    command.add_argument("file", metavar="FILE", help="its name, or the start of its snapshot id")
    if name != "answer":
        command.add_argument("--reason", required=True, help="why; kept for good")
        return
    for option in _OPTIONS:
        command.add_argument(f"--{option.replace('_', '-')}", type=_word(option), metavar="WORD")
    command.add_argument(
        "--app",
        action="append",
        default=[],
        metavar="NAME=ID",
        help="NAME in the file is the app ID; NAME= leaves it out; ID alone: the file is about it",
    )
    command.add_argument(
        "--leave-out-others", action="store_true", help="leave out every app nobody knows"
    )


def words(options: argparse.Namespace) -> dict[str, str]:
    """What the arguments of `answer` say.

    Raises TrackerError when they say nothing.
    """
    told = {option: getattr(options, option) for option in _OPTIONS}
    said = {option: word for option, word in told.items() if word is not None}
    for pair in options.app:
        name, sign, app_id = pair.rpartition("=")
        said[f"app {name}" if sign else "app"] = app_id
    if options.leave_out_others:
        said["other_apps"] = "leave out"
    if not said:
        raise TrackerError("nothing was answered", "command line", "see: ingest answer --help")
    return said


def say(store: Store, known: dict[str, Any], name: str, said: dict[str, str]) -> None:
    """Leave the words for the next run.

    Raises TrackerError when the file is not in a state that the decision fits.
    """
    if name in DECISIONS:
        said = {"decision": name, **said}
    refuse_unfit(known, said)
    requests.leave(store, known["snapshot_id"], "command line", said)


def refuse_unfit(known: dict[str, Any], said: Mapping[str, str]) -> None:
    """Raise TrackerError when words do not fit the state of the file they are about, or one of
    them is none that it may be.
    """
    name = said.get("decision", "answer")
    if name not in (*DECISIONS, "answer"):
        raise TrackerError(f"{name!r} is no decision", known["name"], f"use {', '.join(DECISIONS)}")
    fits = DECISIONS[name][1] if name in DECISIONS else ("waiting", "refused", "held")
    if known["outcome"] not in fits:
        raise TrackerError(
            f"the file is {known['outcome'].replace('_', ' ')}; `{name}` is for a file that is"
            f" {' or '.join(fits).replace('_', ' ')}",
            known["name"],
            "see `python -m ingest status`",
        )
    for option in set(_OPTIONS) & set(said):
        try:
            _word(option)(said[option])
        except (ValueError, argparse.ArgumentTypeError) as error:
            raise TrackerError(f"{option}: {error}", known["name"], "answer it again") from error


def find(store: Store, text: str) -> dict[str, Any]:
    """The description of the one file that `text` names: its name, address, or snapshot id.

    Raises TrackerError when it names none, or several; those that wait are preferred.
    """
    found = [known for known in descriptions(store) if _is_named(known, text)]
    open_ones = [known for known in found if known["outcome"] in OPEN]
    found = open_ones or found
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f"{known['name']} = {known['snapshot_id'][:12]}" for known in found[:10])
    raise TrackerError(
        f"{len(found)} files are called {text!r}" if found else f"no file is called {text!r}",
        str(store.ledger),
        f"use the start of its snapshot id: {listed}" if found else "see `python -m ingest status`",
    )


def descriptions(store: Store) -> Iterator[dict[str, Any]]:
    """Every snapshot the ledger describes."""
    for folder in sorted(store.ledger.glob("[0-9a-f]*")):
        known = recorded(store, folder.name)
        if known is not None:
            yield known


def _is_named(known: dict[str, Any], text: str) -> bool:
    by_id = re.fullmatch(r"[0-9a-f]{6,64}", text) and known["snapshot_id"].startswith(text)
    return bool(by_id) or text in (known["name"], known["address"])


def _word(option: str) -> Any:
    def read(text: str) -> str:
        """The word, when it may be one."""
        if option == "as_of":
            return date.fromisoformat(text).isoformat()
        if option == "country":
            from ingest.places import code  # the names of all countries: only where one is said

            text = code(text) or text
        if option in _CLOSED and text not in _CLOSED[option]:
            raise argparse.ArgumentTypeError(f"{text!r} is none of {sorted(_CLOSED[option])[:40]}")
        return text

    return read
