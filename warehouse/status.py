"""What the scheduler and the ingest runs say about themselves, in files any process may read.

Losing these files loses history only: no figure depends on them.
"""

import json
from typing import TypedDict

from warehouse.files import write_durably
from warehouse.paths import Store

RUNS_KEPT = 1000


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
    """Replace the heartbeat."""
    text = json.dumps(heartbeat, ensure_ascii=False)
    write_durably(store.state / "heartbeat.json", text.encode())


def read_heartbeat(store: Store) -> Heartbeat | None:
    """The last heartbeat, or None when there is none that can be read."""
    try:
        heartbeat: Heartbeat = json.loads((store.state / "heartbeat.json").read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return heartbeat


def append_run(store: Store, run: Run) -> None:
    """Add a run and drop the oldest beyond the number kept; callers hold the ingest lock."""
    kept = [*read_runs(store), run][-RUNS_KEPT:]
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in kept)
    write_durably(store.state / "runs.jsonl", "".join(lines).encode())


def read_runs(store: Store) -> list[Run]:
    """Every run kept, oldest first; a line that cannot be read is passed over."""
    try:
        text = (store.state / "runs.jsonl").read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    runs: list[Run] = []
    for line in text.splitlines():
        try:
            runs.append(json.loads(line))
        except ValueError:
            continue
    return runs
