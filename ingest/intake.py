"""One file from bytes to ledger rows: read, normalise, validate, refuse or keep.

Everything is written to a draft; the caller commits it, or discards it after a mere check.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl

from ingest.config import Config
from ingest.context import Context, Question
from ingest.formats import detect, of_source
from ingest.formats.form import Format
from ingest.formats.opened import Opened, open_file
from ingest.ledger import LedgerDraft
from ingest.normalise import (
    rounded,
    typed_events,
    typed_listings,
    typed_observations,
    typed_rates,
)
from ingest.places import with_codes
from ingest.proof import Proof, prove
from ingest.refusal import told
from ingest.schemas import event_schema, listing_schema, observation_schema, rate_schema
from ingest.sentences import reasons, rules
from ingest.sentences.form import Sentence, joined
from ingest.strangers import Strangers
from ingest.unique import SeenKeys, without
from ingest.unpack import Unreadable
from ingest.validate import FAULT_SCHEMA, judge, raw_rows
from warehouse.paths import Store

_TYPED = {
    "observation": typed_observations,
    "event": typed_events,
    "fx_rate": typed_rates,
    "app_listing": typed_listings,
}
_SCHEMAS = {
    "observation": observation_schema,
    "event": event_schema,
    "fx_rate": rate_schema,
    "app_listing": listing_schema,
}


@dataclass
class Intake:
    """What came of one file. Rows are rows of the file; a row may hold several figures."""

    snapshot_id: str
    outcome: str = "accepted"
    reason: str | None = None
    form: Format | None = None
    generation: str = ""
    rows_read: int = 0
    rows_accepted: int = 0
    rows_rejected: int = 0
    rows_duplicate: int = 0
    rows_left_out: int = 0
    figures: int = 0
    figures_rounded: int = 0
    as_of: date | None = None
    extra_columns: dict[str, None] = field(default_factory=dict)  # in the order they came
    questions: dict[str, Sentence] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)  # the keys that answer the questions
    proofs: list[Proof] = field(default_factory=list)


@dataclass(frozen=True)
class Reader:
    """What reading any file needs beside the file."""

    config: Config
    store: Store
    today: date
    #: Called with the number of rows after each batch; may raise to stop the run.
    tell: Callable[[int], None]
    #: The store whose warehouse the figures are held against; None: they are held against nothing.
    known: Store | None = None

    def read(self, landed: Path, snapshot_id: str, context: Context, draft: LedgerDraft) -> Intake:
        """Fill the draft with the file's accepted rows and faults, and say what came of it."""
        self.store.spill.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.store.spill) as work:
            one = _OneFile(self, Intake(snapshot_id), context, draft)
            try:
                one.read(landed, Path(work))
            except Unreadable as error:
                one.give_up("refused", str(error))
            except Question as question:
                one.give_up("waiting", str(question))
                one.intake.questions = question.missing
                one.intake.asked = question.asked
            return one.intake


class _Batch(NamedTuple):
    """Some rows of a file: as read, as text of our columns, and typed; and the unknown columns."""

    rows: pl.DataFrame
    ours: pl.DataFrame
    typed: pl.DataFrame
    extra: list[str]


class _OneFile:
    """One file on its way through the steps; each step is told what the last one left."""

    def __init__(
        self, reader: Reader, intake: Intake, context: Context, draft: LedgerDraft
    ) -> None:
        self.reader = reader
        self.intake = intake
        self.context = context
        self.draft = draft
        self.app_names = reader.config.app_names()
        self.strangers = Strangers(reader.config, context)

    def read(self, landed: Path, work: Path) -> None:
        """Every step, in order."""
        source = self.context.source
        opened = open_file(landed, self.context.name, work, source.encoding)
        form, self.intake.generation = detect(opened, of_source(source))
        self.intake.form = form
        self.context.require_vendor_model()
        apps = [app.app_id for app in self.reader.config.apps]
        schema = _SCHEMAS[form.table](apps, source, self.reader.today)
        seen = SeenKeys(form.key, work)
        batches = (self._normalised(rows, form) for rows in form.rows(opened))
        with closing(_one_ahead(batches)) as ahead:
            for batch in ahead:
                self._take_batch(batch, form, schema, seen)
                self.reader.tell(self.intake.rows_read)
        self.strangers.ask()
        self._refuse_clashes(opened, form, seen)
        self._conclude()
        self._prove()

    def give_up(self, outcome: str, reason: str) -> None:
        """Nothing of the file is loaded; what was counted so far is forgotten."""
        self.draft.forget()
        form, generation = self.intake.form, self.intake.generation
        self.intake = Intake(self.intake.snapshot_id, outcome, reason, form, generation)

    def _normalised(self, rows: pl.DataFrame, form: Format) -> _Batch:
        ours, extra = form.to_ours(rows, self.context)
        if "country" in ours.columns:
            ours = with_codes(ours)
        return _Batch(rows, ours, _TYPED[form.table](ours, self.app_names), extra)

    def _take_batch(self, batch: _Batch, form: Format, schema: Any, seen: SeenKeys) -> None:
        intake, rows, ours, typed = self.intake, batch.rows, batch.ours, batch.typed
        intake.extra_columns |= dict.fromkeys(batch.extra)
        intake.rows_read += rows.height
        intake.rows_left_out += form.left_out(rows) if form.left_out else 0
        if "value" in ours.columns:
            intake.figures_rounded += rounded(ours)
        if form.asks_for_apps:
            typed, ours, left_out = self.strangers.set_aside(typed, ours)
            intake.rows_left_out += left_out
        accepted, faults = judge(typed, ours, rows, schema)
        intake.rows_rejected += faults["row_no"].n_unique()
        if accepted.height:
            seen.add(accepted)
            self.draft.add_rows(form.table, self._identified(accepted))
            intake.figures += accepted.height
        if "as_of" in accepted.columns and accepted.height:
            newest = accepted["as_of"].max()
            assert isinstance(newest, date)
            intake.as_of = max(intake.as_of or newest, newest)
        if faults.height:
            self.draft.add_faults(faults, intake.snapshot_id)

    def _identified(self, accepted: pl.DataFrame) -> pl.DataFrame:
        """The rows as the ledger has them: each says which source and file it is from."""
        return accepted.with_columns(
            pl.col("row_no").cast(pl.Int64),
            source_id=pl.lit(self.context.source.source_id),
            snapshot_id=pl.lit(self.intake.snapshot_id),
        )

    def _refuse_clashes(self, opened: Opened, form: Format, seen: SeenKeys) -> None:
        """Repeated figures are dropped; a row with a figure that another contradicts goes whole."""
        repeated, contradicting = seen.clashes(self.draft.parts)
        if not repeated.height and not contradicting.height:
            return
        whole = pl.col("row_no").is_in(contradicting["row_no"].unique().implode())
        for part in self.draft.parts:
            kept = without(part, repeated, form.key).filter(~whole)
            self.draft.replace_part(part, kept)
        left = pl.scan_parquet(self.draft.parts, glob=False).select("row_no").collect()["row_no"]
        self.intake.figures = left.len()
        gone = repeated.filter(~whole & ~pl.col("row_no").is_in(left.implode()))["row_no"]
        self.intake.rows_duplicate = gone.n_unique()
        if contradicting.height:
            self.intake.rows_rejected += contradicting["row_no"].n_unique()
            faults = _contradictions(contradicting, form.rows(opened))
            self.draft.add_faults(faults, self.intake.snapshot_id)

    def _conclude(self) -> None:
        intake, source = self.intake, self.context.source
        intake.rows_accepted = (
            intake.rows_read - intake.rows_rejected - intake.rows_duplicate - intake.rows_left_out
        )
        if not intake.rows_read:
            intake.outcome = "refused"
            intake.reason = reasons.NO_ROWS()
        elif intake.rows_rejected > source.rejected_share * intake.rows_read:
            intake.outcome = "refused"
        elif intake.rows_rejected:
            intake.outcome = "accepted_in_part"
        if intake.rows_rejected:
            faults = self.draft.faults()
            assert faults is not None
            intake.reason = told(faults, source, intake.rows_rejected, intake.rows_read)
        if intake.outcome == "refused":
            self.draft.drop_rows()
            intake.figures = intake.figures_rounded = 0

    def _prove(self) -> None:
        """Hold a file whose figures cannot be what they say, unless a person released it."""
        intake = self.intake
        is_feed = intake.form is not None and intake.form.is_feed
        if intake.outcome == "refused" or not self.reader.known or not is_feed:
            return
        intake.proofs = prove(self.draft.parts, self.reader.known)
        broken = [proof.text for proof in intake.proofs if proof.verdict == "broken"]
        if broken and not self.context.released:
            intake.outcome, intake.reason = "held", joined(broken)
            intake.figures = intake.figures_rounded = 0
            self.draft.drop_rows()


def _one_ahead(batches: Iterator[_Batch]) -> Generator[_Batch]:
    """The batches in order; the next is read and normalised while the caller checks this one."""
    with ThreadPoolExecutor(max_workers=1) as worker:
        coming = worker.submit(next, batches, None)
        while batch := coming.result():
            coming = worker.submit(next, batches, None)
            yield batch


def _contradictions(rows: pl.DataFrame, batches: Iterator[pl.DataFrame]) -> pl.DataFrame:
    faults = rows.select(
        pl.col("row_no").cast(pl.Int64),
        pl.lit("value").alias("column_name"),
        pl.lit(rules.ALONE()).alias("rule"),
        pl.format("{} (row {} says otherwise)", "value", "other").alias("value"),
    )
    numbers = faults["row_no"].unique()
    raw = pl.concat([raw_rows(batch, numbers) for batch in batches])
    return faults.join(raw, on="row_no", how="left").select(list(FAULT_SCHEMA))
