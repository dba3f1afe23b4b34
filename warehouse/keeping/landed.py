"""Looks at landing: each file's bytes against its name, and whether a label says whose they are."""

import json
import re
from collections import defaultdict
from pathlib import Path

from warehouse.files import sha256_of
from warehouse.keeping.faults import Findings, Say, counted, megabytes
from warehouse.paths import Store

BYTES = re.compile(r"[0-9a-f]{64}")
LABEL = re.compile(r"([0-9a-f]{64})\.([a-z0-9][a-z0-9-]*)(?:\.[0-9]+)?\.json")
_TOLD = ("source_id", "origin", "seen_at")


#: Snapshot → the sha256 of the bytes it was read from, and whose they are.
ReadFrom = dict[str, tuple[str, str]]


def check_landing(store: Store, ledger: ReadFrom, found: Findings, say: Say) -> None:
    """Look at every file in landing, and at those that the ledger names and landing lacks.

    What a run adds meanwhile may or may not be looked at; it is whole in either case.
    """
    names = sorted(path.name for path in store.landing.glob("[!.]*"))
    before, size = len(found.faults), 0
    files = [name for name in names if BYTES.fullmatch(name)]
    for name in files:
        size += _check_bytes(store.landing / name, found)
    labels = defaultdict(list)
    for name in names:
        if match := LABEL.fullmatch(name):
            labels[match[1]].append(name)
            _check_label(store.landing / name, match[1], match[2], found)
    _check_ties(store, ledger, set(files), labels, found)
    strange = len(names) - len(files) - sum(map(len, labels.values()))
    say(
        f"landing: {counted(len(files), 'file')} ({megabytes(size)}) against their names,"
        f" {counted(sum(map(len, labels.values())), 'label')}"
        + (f", {counted(strange, 'strange name')} passed over" if strange else "")
        + f": {counted(len(found.faults) - before, 'fault')}"
    )


def _check_bytes(path: Path, found: Findings) -> int:
    try:
        if sha256_of(path) == path.name:
            return path.stat().st_size
        problem = "The bytes are not those that were loaded"
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror}"
    found.add(
        problem,
        path,
        "Its figures stand in the ledger. Take the file from a backup; or remove it and drop the "
        "original into the inbox again.",
    )
    return 0


def _check_label(path: Path, sha256: str, source_id: str, found: Findings) -> None:
    try:
        label = json.loads(path.read_bytes())
        told = isinstance(label, dict) and all(isinstance(label.get(key), str) for key in _TOLD)
        problem = None if told and label["source_id"] == source_id else "it is no label"
    except (OSError, ValueError, RecursionError) as error:
        problem = str(error)
    if problem:
        found.add(
            f"The label cannot be read: {problem}",
            path,
            "Take it from a backup; or remove it, drop the original file into the inbox again, "
            "and answer again what was answered.",
        )
    if not path.with_name(sha256).is_file():
        found.add(
            "The label has lost the file it is about",
            path,
            f"Take {sha256} from a backup, or drop the original file into the inbox again.",
        )


def _check_ties(
    store: Store, ledger: ReadFrom, files: set[str], labels: dict[str, list[str]], found: Findings
) -> None:
    for snapshot, (sha256, source_id) in sorted(ledger.items()):
        if sha256 not in files and sha256 not in labels:
            found.add(
                "The bytes that a snapshot was read from are gone",
                store.landing / sha256,
                f"The figures stand in {store.ledger / snapshot}. Take the file from a backup.",
            )
        elif not any(name.startswith(f"{sha256}.{source_id}.") for name in labels[sha256]):
            found.add(
                f"No label says that these bytes are {source_id}'s",
                store.landing / sha256,
                "Take the label from a backup; without it they cannot be read again.",
            )
