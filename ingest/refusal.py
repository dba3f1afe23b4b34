"""Why rows of a file are refused: each rule they break, how often and where."""

from __future__ import annotations

from typing import Any

import polars as pl

from ingest.config import Source
from ingest.sentences.form import Sentence, joined
from ingest.sentences.reasons import FAULT, FAULTS, NONE, ONE_ROW, ROWS, UP_TO

RULES_TOLD, EXAMPLES = 10, 5


def told(faults: pl.DataFrame, source: Source, rejected: int, read: int) -> Sentence:
    """Each broken rule once, with how often, examples, and its first row."""
    broken = (
        faults.group_by("column_name", "rule", maintain_order=True)
        .agg(
            pl.len().alias("times"),
            pl.col("row_no").first(),
            pl.col("value").unique(maintain_order=True).head(EXAMPLES),
        )
        .sort("times", descending=True)
        .head(RULES_TOLD)
    )
    share = source.rejected_share
    places = {
        "n": f"{rejected:,}",
        "source": source.source_id,
        "allowed": UP_TO(share=f"{100 * share:g}%") if share else NONE(),
        "faults": joined(map(_fault, broken.iter_rows(named=True))),
    }
    return ONE_ROW(**places) if read == 1 else ROWS(all=f"{read:,}", **places)


def _fault(broken: dict[str, Any]) -> Sentence:
    """One rule that is broken: by what, in how many rows, and where first."""
    places = {
        "column": broken["column_name"],
        "rule": broken["rule"],
        "examples": _examples(broken["value"]),
        "row": f"{broken['row_no']:,}",
    }
    if broken["times"] == 1:
        return FAULT(**places)
    return FAULTS(n=f"{broken['times']:,}", **places)


def _examples(values: list[str | None]) -> str:
    return ", ".join("nothing" if value is None else f"'{value[:60]}'" for value in values)
