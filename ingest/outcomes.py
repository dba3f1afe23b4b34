"""What a run says of each file it looked at."""

from __future__ import annotations

from typing import Any

from ingest.sources import Candidate
from warehouse.status import RunFile

#: What of a file makes its run a failed one. One taken in part within the share its source allows,
#: one that waits for an answer and one withdrawn do not.
FAILED = ("refused", "still_refused", "not_read", "held", "still_held")


def waiting_file(name: str, why: str) -> RunFile:
    """A dropped file that cannot be looked at yet."""
    return _run_file(name, "", None, "waiting", why)


def not_read(candidate: Candidate, outcome: str, reason: str) -> RunFile:
    """A file whose rows were not read."""
    return _run_file(candidate.origin, candidate.source.source_id, None, outcome, reason)


def file_outcome(candidate: Candidate, record: dict[str, Any], outcome: str) -> RunFile:
    """A file the ledger has a record of."""
    file = _run_file(
        candidate.origin,
        candidate.source.source_id,
        record["snapshot_id"],
        outcome,
        record["reason"],
    )
    file["rows_read"] = record["rows_read"]
    file["rows_accepted"] = record["rows_accepted"]
    file["rows_rejected"] = record["rows_rejected"]
    file["rows_duplicate"] = record["rows_duplicate"]
    file["figures"] = record["figures"]
    return file


def _run_file(
    name: str, source_id: str, snapshot_id: str | None, outcome: str, reason: str | None
) -> RunFile:
    return {
        "name": name,
        "source_id": source_id,
        "snapshot_id": snapshot_id,
        "outcome": outcome,
        "rows_read": 0,
        "rows_accepted": 0,
        "rows_rejected": 0,
        "rows_duplicate": 0,
        "figures": 0,
        "reason": reason,
    }
