"""The registry of formats: how a file's rows become text columns of ours, and into which table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from ingest.config import Source
from ingest.content import Text
from ingest.formats import disclosures, ecb_rates, events, snapshot
from ingest.formats.csv_rows import csv_batches
from ingest.formats.json_rows import json_batches


@dataclass(frozen=True)
class Format:
    """One kind of file: the table it feeds and how its columns become ours."""

    name: str
    table: str
    #: Columns that tell one statement from another within a file.
    key: tuple[str, ...]
    #: (rows as read, the source, the file's name) → text columns of ours, and columns passed over.
    to_ours: Callable[[pl.DataFrame, Source, str], tuple[pl.DataFrame, list[str]]]
    #: For formats that are no text: the file → rows as read.
    read: Callable[[Path, str, Path], Iterator[pl.DataFrame]] | None = None


FORMATS = {
    "snapshot": Format("snapshot", "observation", snapshot.KEY, snapshot.to_ours),
    "disclosures": Format("disclosures", "observation", disclosures.KEY, disclosures.to_ours),
    "events": Format("events", "event", events.KEY, events.to_ours),
    "ecb_rates": Format(
        "ecb_rates", "fx_rate", ecb_rates.KEY, ecb_rates.to_ours, ecb_rates.read_rates
    ),
}


def text_batches(text: Text) -> Iterator[pl.DataFrame]:
    """Rows of a text file, told CSV from JSON by its first character."""
    return json_batches(text) if text.is_json else csv_batches(text)
