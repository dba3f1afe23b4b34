"""`ingest check FILE`: what a file would load, and why not, changing nothing."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import polars as pl

from ingest.config import Config
from ingest.intake import Reader
from ingest.label import new_label, read_label, snapshot_id
from ingest.landing import Landed, digest_of
from ingest.ledger import LedgerDraft, recorded
from ingest.record import snapshot_record
from ingest.sources import Candidate
from warehouse.clock import today
from warehouse.paths import Store

FAULTS_SHOWN = 50


def check(candidate: Candidate, config: Config, store: Store) -> dict[str, Any]:
    """The snapshot record the file would get, with `known`, `series` and `faults`.

    Raises NotLanded when the file cannot be read at all.
    """
    source, sha256 = candidate.source, digest_of(candidate.path)
    label = read_label(store, source.source_id, sha256) or new_label(
        source.source_id, candidate.origin, candidate.path
    )
    one = snapshot_id(source.source_id, sha256, label.turn)
    with tempfile.TemporaryDirectory(prefix="tracker-check-") as folder:
        elsewhere = Store(Path(folder))
        draft = LedgerDraft(elsewhere.ledger / "draft")
        reader = Reader(config, elsewhere, today(), tell=lambda _rows: None, known=store)
        intake = reader.read(candidate.path, one, label.context(source), draft)
        landed = Landed(sha256, candidate.path, candidate.path.stat().st_size)
        record = snapshot_record(intake, source, config, landed, label)
        faults = draft.faults()
        record["series"] = _series(draft.parts)
        record["faults"] = [] if faults is None else faults.head(FAULTS_SHOWN).to_dicts()
    known = recorded(store, one)
    record["known"] = known["outcome"] if known else None
    return record


def lines(record: dict[str, Any]) -> list[str]:
    """The record as a person reads it."""
    known = f", {record['known']} before" if record["known"] else ""
    told = [
        f"{record['name']}: {record['outcome'].replace('_', ' ')} if loaded now{known}",
        f"  source {record['source_id']}, format {record['format']}"
        + (f" ({record['generation']})," if record["generation"] else ",")
        + f" said up to {record['as_of'] or 'an unknown day'}"
        + (", ILLUSTRATIVE: invented figures" if record["illustrative"] else ""),
        f"  {record['rows_read']:,} rows read, {record['rows_accepted']:,} acceptable,"
        f" {record['rows_rejected']:,} rejected, {record['rows_duplicate']:,} repeated",
    ]
    if record["extra_columns"]:
        told.append("  columns passed over: " + ", ".join(record["extra_columns"]))
    if record["reason"]:
        told.append(f"  why not: {record['reason']}")
    for one in record["series"]:
        told.append(
            f"  {one['app_id']} {one['metric']} by {one['grain']}, {one['unit']}"
            f" ({one['basis']}, {one['kind']}): {one['figures']:,} figures,"
            f" {one['first']} to {one['last']}, total {one['total']:,.2f}"
        )
    told += [f"  proof {proof}" for proof in record["proofs"]]
    for fault in record["faults"]:
        value = "nothing" if fault["value"] is None else repr(fault["value"])
        told.append(f"  row {fault['row_no']}: {fault['column_name']} {value} {fault['rule']}")
    return told


def _series(parts: list[Path]) -> list[dict[str, Any]]:
    if not parts or not parts[0].name.startswith("observation"):
        return []
    by = ["app_id", "metric", "grain", "unit", "basis", "kind"]
    return (
        pl.scan_parquet(parts, glob=False)
        .group_by(by)
        .agg(
            pl.len().alias("figures"),
            pl.col("period_start").min().cast(pl.String).alias("first"),
            pl.col("period_end").max().cast(pl.String).alias("last"),
            pl.col("value").sum().cast(pl.Float64).alias("total"),
        )
        .sort(by)
        .head(40)
        .collect()
        .to_dicts()
    )
