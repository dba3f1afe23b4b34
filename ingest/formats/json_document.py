"""A JSON document read whole, for answers that are not a flat list; bounded in size.

Numbers stay the text they were written as, so nothing is rounded on the way.
"""

from __future__ import annotations

import json
import re
from typing import Any

import polars as pl

from ingest.content import Text
from ingest.formats import json_exact as exact
from ingest.formats.opened import LARGEST_DOCUMENT
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

_INNERMOST = re.compile(r"\{[^{}]*\}")

#: The text for a value that holds others: no figure, no day, and not missing either.
NESTED = "a nested value"

Row = dict[str, str | None]


def read_document(text: Text) -> Any:
    """The one value of the file: objects, lists, texts; numbers are json_exact.Whole or Number.

    Raises Unreadable when it is no JSON, repeats a key, or is larger than LARGEST_DOCUMENT.
    """
    size = text.path.stat().st_size
    if size > LARGEST_DOCUMENT:
        raise Unreadable(
            sentence(
                "the document has {size} bytes, more than {most}",
                size=f"{size:,}",
                most=f"{LARGEST_DOCUMENT:,}",
            ),
            text.name,
            sentence("ask the vendor for a shorter span or fewer apps a file"),
        )
    return exact.document(text.path.read_text(encoding="utf-8"), text.name)


def innermost(head: str) -> tuple[dict[str, Any], str]:
    """The first object in a document's head that holds no other, and the text before it.

    Nothing, and no text, when there is none.
    """
    found = _INNERMOST.search(head)
    try:
        return (json.loads(found[0]), head[: found.start() + 1]) if found else ({}, "")
    except ValueError:
        return {}, ""


def plain(values: dict[str, Any]) -> Row:
    """The texts and numbers of an object as text; what is nested in it is NESTED."""
    return {key.strip(): _text(value) for key, value in values.items()}


def frame(rows: list[Row]) -> pl.DataFrame:
    """String columns, one a key, plus `row_no` (the row's place, from 1)."""
    keys = dict.fromkeys(key for row in rows for key in row if key != "row_no")
    numbers = pl.Series("row_no", range(1, len(rows) + 1), dtype=pl.UInt32)
    columns = [pl.Series(key, [row.get(key) for row in rows], dtype=pl.String) for key in keys]
    return pl.DataFrame([numbers, *columns])


def _text(value: Any) -> str | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    return NESTED if isinstance(value, dict | list) else value
