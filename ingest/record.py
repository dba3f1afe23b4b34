"""What the ledger writes down about one file: snapshot.json, and what a refusal depended on."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from ingest.config import Config, Source
from ingest.label import Label
from ingest.landing import Landed
from ingest.ledger import RULES
from warehouse.clock import now, today

if TYPE_CHECKING:  # its own imports are heavy, and only needed where a file is read
    from ingest.intake import Intake

#: Outcomes whose rows readers see.
LOADED = ("accepted", "accepted_in_part")


def snapshot_record(
    intake: Intake, source: Source, config: Config, landed: Landed, label: Label
) -> dict[str, Any]:
    """The snapshot.json of a file that was read."""
    loaded = intake.outcome in LOADED
    return {
        "snapshot_id": intake.snapshot_id,
        "sha256": landed.sha256,
        "turn": label.turn,
        "source_id": source.source_id,
        "format": intake.form.name if intake.form else None,
        "generation": intake.generation or None,
        "name": label.name,
        "address": label.origin,
        "as_of": intake.as_of.isoformat() if intake.as_of else None,
        "said_at": label.fetched_at,
        "fetched_at": label.seen_at,
        "read_at": now().isoformat(timespec="microseconds"),
        "byte_size": landed.byte_size,
        "rows_read": intake.rows_read,
        "rows_accepted": intake.rows_accepted,
        "rows_rejected": intake.rows_rejected,
        "rows_duplicate": intake.rows_duplicate,
        "rows_left_out": intake.rows_left_out,
        "figures": intake.figures,
        "figures_rounded": intake.figures_rounded,
        "vendor_model": label.words().get("vendor_model") or source.vendor_model,
        "illustrative": source.illustrative,
        "outcome": intake.outcome,
        "reason": intake.reason,
        "extra_columns": list(intake.extra_columns),
        "questions": list(intake.questions.values()),
        "asked": intake.asked,
        "proofs": [f"{proof.verdict}: {proof.text}" for proof in intake.proofs],
        "withdrawn_on": label.withdrawn_on(),
        "tables": [intake.form.table] if loaded and intake.form else [],
        "rules": fingerprint(config, source, label),
    }


def fingerprint(config: Config, source: Source, label: Label) -> str:
    """What became of a file that was not loaded depended on this, the day included: a row of
    tomorrow is no fault tomorrow. While it is the same, reading the same bytes again is no use.
    """
    names = [(app.app_id, sorted(app.names())) for app in config.apps]
    words = json.dumps([RULES, str(today()), repr(source), names, label.said])
    return hashlib.sha256(words.encode()).hexdigest()[:16]
