"""One file from bytes to ledger rows: read, normalise, validate, refuse or keep.

Everything is written to a draft; the caller commits it, or discards it after a mere check.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl

from ingest.config import Config, Source
from ingest.content import Unreadable, read_text
from ingest.formats import FORMATS, Format, text_batches
from ingest.ledger import RULES, LedgerDraft
from ingest.normalise import typed_events, typed_observations, typed_rates
from ingest.schemas import event_schema, observation_schema, rate_schema
from ingest.unique import SeenKeys, without
from ingest.validate import FAULT_SCHEMA, judge, raw_rows
from warehouse.clock import now, today
from warehouse.paths import Store

_TYPED = {"observation": typed_observations, "event": typed_events, "fx_rate": typed_rates}
_SCHEMAS = {"observation": observation_schema, "event": event_schema, "fx_rate": rate_schema}


@dataclass
class Intake:
    """What came of one file, as snapshot.json records it."""

    sha256: str
    outcome: str = "accepted"
    reason: str | None = None
    rows_read: int = 0
    rows_accepted: int = 0
    rows_rejected: int = 0
    rows_duplicate: int = 0
    as_of: date | None = None
    extra_columns: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """What reading any file needs beside the file."""

    config: Config
    store: Store
    today: date
    #: Called with the number of rows after each batch; may raise to stop the run.
    tell: Callable[[int], None]

    def read(
        self, landed: Path, sha256: str, name: str, source: Source, draft: LedgerDraft
    ) -> Intake:
        """Fill the draft with the file's accepted rows and faults, and say what came of it."""
        form, intake = FORMATS[source.format], Intake(sha256)
        seen = SeenKeys(form.key)
        self.store.spill.mkdir(parents=True, exist_ok=True)
        try:
            with tempfile.TemporaryDirectory(dir=self.store.spill) as work:
                for rows in _rows(form, landed, name, Path(work)):
                    self._take_batch(rows, name, source, draft, intake, seen)
                    self.tell(intake.rows_read)
                self._refuse_clashes(form, landed, name, Path(work), draft, intake, seen)
        except Unreadable as error:
            draft.drop_rows()
            return Intake(sha256, "refused", str(error))
        self._conclude(source, draft, intake)
        return intake

    def _take_batch(
        self,
        rows: pl.DataFrame,
        name: str,
        source: Source,
        draft: LedgerDraft,
        intake: Intake,
        seen: SeenKeys,
    ) -> None:
        form = FORMATS[source.format]
        ours, intake.extra_columns = form.to_ours(rows, source, name)
        typed = _TYPED[form.table](ours, self.config.app_names())
        schema = _SCHEMAS[form.table]([app.app_id for app in self.config.apps], source, self.today)
        accepted, faults = judge(typed, ours, rows, schema)
        intake.rows_read += typed.height
        intake.rows_rejected += typed.height - accepted.height
        if accepted.height:
            seen.add(accepted)
            draft.add_rows(form.table, _identified(accepted, source, intake.sha256))
            if "as_of" in accepted.columns:
                newest = accepted["as_of"].max()
                assert isinstance(newest, date)
                intake.as_of = max(intake.as_of or newest, newest)
        if faults.height:
            draft.add_faults(faults, intake.sha256)

    def _refuse_clashes(
        self,
        form: Format,
        landed: Path,
        name: str,
        work: Path,
        draft: LedgerDraft,
        intake: Intake,
        seen: SeenKeys,
    ) -> None:
        repeated, contradicting = seen.clashes(draft.parts)
        for dropped in (repeated, contradicting):
            if dropped.height:
                for part in draft.parts:
                    draft.replace_part(part, without(part, dropped, form.key))
        intake.rows_duplicate = repeated.height
        if contradicting.height:
            intake.rows_rejected += contradicting.height
            rows = _rows(form, landed, name, work)
            draft.add_faults(_contradictions(contradicting, rows), intake.sha256)

    def _conclude(self, source: Source, draft: LedgerDraft, intake: Intake) -> None:
        accepted = intake.rows_read - intake.rows_rejected - intake.rows_duplicate
        intake.rows_accepted = accepted
        if not intake.rows_read:
            intake.outcome = "refused"
            intake.reason = "the file has a header but no rows. Export it again; nothing was loaded"
        elif intake.rows_rejected > source.rejected_share * intake.rows_read:
            intake.outcome = "refused"
            intake.reason = _reason(draft.faults(), intake, source)
        elif intake.rows_rejected:
            intake.outcome = "accepted_in_part"
            intake.reason = _reason(draft.faults(), intake, source)
        if intake.outcome == "refused":
            draft.drop_rows()


def fingerprint(config: Config, source: Source) -> str:
    """What a refusal depended on, the day among it: a row of tomorrow is no fault tomorrow.

    While it is the same, reading the same bytes again is no use.
    """
    words = repr(
        (RULES, today(), source, [(app.app_id, sorted(app.names())) for app in config.apps])
    )
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def snapshot_record(
    intake: Intake, source: Source, config: Config, byte_size: int, origin: str
) -> dict[str, Any]:
    """The snapshot.json of a file that was read."""
    form = FORMATS[source.format]
    return {
        "snapshot_id": intake.sha256,
        "source_id": source.source_id,
        "format": source.format,
        "name": Path(origin).name,
        "address": origin,
        "as_of": intake.as_of.isoformat() if intake.as_of else None,
        "fetched_at": now().isoformat(timespec="microseconds"),
        "byte_size": byte_size,
        "rows_read": intake.rows_read,
        "rows_accepted": intake.rows_accepted,
        "rows_rejected": intake.rows_rejected,
        "rows_duplicate": intake.rows_duplicate,
        "vendor_model": source.vendor_model,
        "illustrative": source.illustrative,
        "outcome": intake.outcome,
        "reason": intake.reason,
        "extra_columns": intake.extra_columns,
        "tables": [] if intake.outcome == "refused" else [form.table],
        "rules": fingerprint(config, source),
    }


def _rows(form: Format, landed: Path, name: str, work: Path) -> Iterator[pl.DataFrame]:
    if form.read:
        return form.read(landed, name, work)
    return text_batches(read_text(landed, name, work))


def _identified(accepted: pl.DataFrame, source: Source, sha256: str) -> pl.DataFrame:
    """The rows as the ledger has them: each says which source and file it is from."""
    return accepted.with_columns(
        pl.col("row_no").cast(pl.Int64),
        source_id=pl.lit(source.source_id),
        snapshot_id=pl.lit(sha256),
    )


def _contradictions(rows: pl.DataFrame, batches: Iterator[pl.DataFrame]) -> pl.DataFrame:
    faults = rows.select(
        pl.col("row_no").cast(pl.Int64),
        pl.lit("value").alias("column_name"),
        pl.lit("must not contradict another row about the same app, metric and period").alias(
            "rule"
        ),
        pl.format("{} (row {} says otherwise)", "value", "other").alias("value"),
    )
    numbers = faults["row_no"].unique()
    raw = pl.concat([raw_rows(batch, numbers) for batch in batches])
    return faults.join(raw, on="row_no", how="left").select(list(FAULT_SCHEMA))


def _reason(faults: pl.DataFrame | None, intake: Intake, source: Source) -> str:
    """Each broken rule once, with how often, an example, and its row."""
    assert faults is not None
    rules = (
        faults.group_by("column_name", "rule", maintain_order=True)
        .agg(
            pl.len().alias("times"),
            pl.col("row_no").first(),
            pl.col("value").unique(maintain_order=True).head(5),
        )
        .sort("times", descending=True)
        .head(10)
    )
    lines = [
        f"{row['column_name']} {row['rule']}: {_examples(row['value'])}"
        f" ({row['times']:,} rows, first row {row['row_no']:,})"
        for row in rules.iter_rows(named=True)
    ]
    allowed = f"source '{source.source_id}' allows a share of {source.rejected_share:g}"
    head = f"{intake.rows_rejected:,} of {intake.rows_read:,} rows refused ({allowed}): "
    return head + "; ".join(lines)


def _examples(values: list[str | None]) -> str:
    return ", ".join("nothing" if value is None else f"'{value[:60]}'" for value in values)
