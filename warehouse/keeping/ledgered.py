"""Looks at the ledger: each snapshot's description, its Parquet files, how many rows they have."""

import json
from pathlib import Path
from typing import Any

import duckdb

from warehouse import act_log
from warehouse.errors import TrackerError
from warehouse.files import literal
from warehouse.keeping.faults import Findings, Say, counted, megabytes
from warehouse.keeping.landed import ReadFrom
from warehouse.ledger import PARTS, damaged_parts, stamp_of, unreadable_description
from warehouse.paths import Store
from warehouse.store import scratch

LOADED = ("accepted", "accepted_in_part")
REFUSALS = "rejected_row"
_PART = Path(__file__).with_name("part.sql").read_text(encoding="utf-8")


def check_ledger(store: Store, pinned: Store, found: Findings, say: Say) -> ReadFrom:
    """Look at every snapshot of the pinned ledger; faults name the store's own files.

    What each sound one was read from is returned.
    """
    before, parts, size, unhashed = len(found.faults), 0, 0, 0
    read_from: ReadFrom = {}
    folders = sorted(path for path in pinned.ledger.iterdir() if path.is_dir())
    with scratch() as reader:
        for folder in folders:
            faults = list(_faults(folder, reader))
            for fault in faults:
                where = fault.where.replace(str(pinned.ledger), str(store.ledger))
                found.add(fault.problem, where, _way_out(store.ledger / folder.name))
            files = sorted(folder.glob("*.parquet"))
            parts, size = parts + len(files), size + sum(file.stat().st_size for file in files)
            if not faults:
                description = _description(folder)
                unhashed += PARTS not in description
                if {"sha256", "source_id"} <= description.keys():
                    read_from[folder.name] = description["sha256"], description["source_id"]
    _check_watchlist(store, pinned, found)
    for fault in act_log.damage(pinned):
        found.add(fault.problem, store.acts, fault.fix)
    say(
        f"ledger: {counted(len(folders), 'snapshot')}, {counted(parts, 'file')} of rows"
        f" ({megabytes(size)}) against their descriptions, "
        f"{counted(len(act_log.read(pinned).splitlines()), 'line')} of the log of acts: "
        f"{counted(len(found.faults) - before, 'fault')}"
    )
    if unhashed:
        say(
            f"  {counted(unhashed, 'snapshot')} of an earlier release without hashes: that they "
            "can be read and how many rows they have was checked, no more"
        )
    return read_from


def _way_out(folder: Path) -> str:
    return (
        f"Remove {folder} and run `python -m ingest run`: it is read again from landing. "
        "Or take it from a backup."
    )


def _faults(folder: Path, reader: duckdb.DuckDBPyConnection) -> list[TrackerError]:
    path = folder / "snapshot.json"
    try:
        if stamp_of(path) is None:
            return [TrackerError("The snapshot has no description", str(path), "")]
        faults = list(damaged_parts(folder))
    except TrackerError as error:
        return [error]
    return faults or _rows(folder, _description(folder), reader)


def _rows(
    folder: Path, description: dict[str, Any], reader: duckdb.DuckDBPyConnection
) -> list[TrackerError]:
    """What is wrong with the rows, each value of them read."""
    rows = 0
    for part in sorted(folder.glob("*.parquet")):
        try:
            counted_rows = reader.execute(_PART, {"files": [literal(part)]}).fetchall()[0][0]
        except duckdb.Error as error:
            return [TrackerError(f"The rows cannot be read: {error}", str(part), "")]
        if not part.name.startswith(REFUSALS):
            rows += counted_rows
    figures = description.get("figures")
    if description["outcome"] in LOADED and isinstance(figures, int) and figures != rows:
        problem = f"The description says {figures:,} figures, its files have {rows:,}"
        return [TrackerError(problem, str(folder), "")]
    if description.get("snapshot_id") != folder.name:
        problem = "The folder does not have the name of its snapshot"
        return [unreadable_description(folder / "snapshot.json", ValueError(problem))]
    return []


def _description(folder: Path) -> dict[str, Any]:
    """What was found to be readable before."""
    description: dict[str, Any] = json.loads((folder / "snapshot.json").read_bytes())
    return description


def _check_watchlist(store: Store, pinned: Store, found: Findings) -> None:
    try:
        told = isinstance(json.loads(pinned.watchlist.read_bytes()), dict)
    except FileNotFoundError:
        return
    except (OSError, ValueError, RecursionError):
        told = False
    if not told:
        found.add(
            "The watch list cannot be read",
            store.watchlist,
            "Run `python -m ingest run`: it writes the list anew from config/.",
        )
