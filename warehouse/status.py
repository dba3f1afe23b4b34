"""What the scheduler and the ingest runs say about themselves, in files any process may read.

Losing these files loses history only: no figure depends on them.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, TypedDict, cast, get_args, get_origin, get_type_hints, is_typeddict

from warehouse.errors import TrackerError
from warehouse.files import write_durably
from warehouse.paths import Store

RUNS_KEPT = 1000
HEARTBEAT, RUNS, UNCLAIMED = "heartbeat.json", "runs.jsonl", "unclaimed.json"
#: What is a moment in UTC, without a zone, of a heartbeat or a run.
TIMES = ("started_at", "beat_at", "finished_at")


class Heartbeat(TypedDict):
    """A living scheduler: who it is, when it last said so, what it will do next."""

    pid: int
    host: str
    started_at: str
    beat_at: str
    next_runs: dict[str, str]


class RunFile(TypedDict):
    """What one run did with one file."""

    name: str
    source_id: str
    snapshot_id: str | None
    outcome: str
    rows_read: int
    rows_accepted: int
    rows_rejected: int
    rows_duplicate: int
    figures: int
    reason: str | None


class Run(TypedDict):
    """One run of the ingest, from its start to what came of it."""

    run_id: str
    started_at: str
    finished_at: str
    trigger: str
    outcome: str
    files: list[RunFile]
    version: str | None
    reason: str | None


def write_heartbeat(store: Store, heartbeat: Heartbeat) -> None:
    """Replace the heartbeat.

    Raises TrackerError when it cannot be written.
    """
    _write(store.state / HEARTBEAT, json.dumps(heartbeat, ensure_ascii=False))


def read_heartbeat(store: Store) -> Heartbeat | None:
    """The last heartbeat, or None when there is none that can be read."""
    for value in _values(store.state / HEARTBEAT):
        if _fits(value, Heartbeat):
            return cast(Heartbeat, value)
    return None


def append_run(store: Store, run: Run) -> None:
    """Add a run and drop the oldest beyond the number kept; callers hold the ingest lock.

    Raises TrackerError when it cannot be written.
    """
    kept = [*read_runs(store), run][-RUNS_KEPT:]
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in kept)
    _write(store.state / RUNS, "".join(lines))


def read_runs(store: Store) -> list[Run]:
    """Every run kept, oldest first; a line that cannot be read is passed over."""
    return [cast(Run, value) for value in _values(store.state / RUNS) if _fits(value, Run)]


def write_unclaimed(store: Store, names: list[str]) -> None:
    """Say which files of the inbox no source claims, as paths within it; callers hold the lock.

    Raises TrackerError when it cannot be written.
    """
    _write(store.state / UNCLAIMED, json.dumps(names, ensure_ascii=True))


def read_unclaimed(store: Store) -> list[str]:
    """The files of the inbox that no source claims and that are still there."""
    for value in _values(store.state / UNCLAIMED):
        if _fits(value, list[str]):
            names = cast(list[str], value)
            return [name for name in names if (store.inbox / name).is_file()]
    return []


def _write(path: Path, text: str) -> None:
    try:
        write_durably(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise TrackerError(
            f"What was done could not be written down: {error.strerror or error}",
            str(path),
            "No figure depends on it. Free disk space, or remove what stands in its place.",
        ) from error


def _values(path: Path) -> Iterator[object]:
    """The JSON value of each line that holds one."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError:
        return
    for line in lines:
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            continue


def _fits(value: object, kind: Any) -> bool:
    """Whether a JSON value has the shape; these files lie open, and anything may stand in them."""
    if is_typeddict(kind):
        hints = _hints(kind)
        return isinstance(value, dict) and all(
            name in value
            and _fits(value[name], hint)
            and (name not in TIMES or _is_time(value[name]))
            for name, hint in hints.items()
        )
    inner = get_args(kind)
    if get_origin(kind) is list:
        return isinstance(value, list) and all(_fits(item, inner[0]) for item in value)
    if get_origin(kind) is dict:
        return isinstance(value, dict) and all(_fits(item, inner[1]) for item in value.values())
    return isinstance(value, kind) and not isinstance(value, bool)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_time(text: str) -> bool:
    try:
        return datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        return False
