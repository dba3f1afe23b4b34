"""What one format is: how a file of it is known, how it is read, how its columns become ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polars as pl

from ingest.context import Context
from ingest.formats.csv_rows import csv_batches
from ingest.formats.json_rows import json_batches
from ingest.formats.opened import Opened


@dataclass(frozen=True)
class Format:
    """One kind of file: how it is known, how it is read, and how its columns become ours."""

    #: family.shape, or one word; a source may name the family to take all its shapes.
    name: str
    #: What the file is, in a few words.
    title: str
    #: The raw table its rows go to.
    table: str
    #: Columns that tell one statement from another within a file.
    key: tuple[str, ...]
    #: (rows as read, what is known beside them) → text columns of ours, and columns passed over.
    to_ours: Callable[[pl.DataFrame, Context], tuple[pl.DataFrame, list[str]]]
    #: The generation of the format that the file shows by its bytes and header; None: not its own.
    recognise: Callable[[Opened], str | None]
    #: The file → batches of rows as read, with `row_no`; else the rows of its CSV or JSON text.
    read: Callable[[Opened], Iterator[pl.DataFrame]] | None = None
    #: Whether an app nobody knows is a question about the file, and not a fault of the row.
    asks_for_apps: bool = False
    #: Whether its figures are one feed that must fit together; public statements need not.
    is_feed: bool = True
    #: How many of the rows as read are left out by a rule somebody wrote down; else none.
    left_out: Callable[[pl.DataFrame], int] | None = None

    def rows(self, opened: Opened) -> Iterator[pl.DataFrame]:
        """Batches of the file's rows as String columns, each with its number in the file."""
        if self.read:
            return self.read(opened)
        return json_batches(opened.text) if opened.text.is_json else csv_batches(opened.text)
