"""What the free public sources share: one small JSON document, and figures that are never money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl

from ingest.formats.json_document import NESTED, read_document
from ingest.formats.opened import Opened
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: A public count is its publisher's own, so it is reported; Wikimedia and Apple have no model here.
STATED = {
    "kind": "reported",
    "basis": "none",
    "bound": "exact",
    "grain": None,
    "issuer": None,
    "quality": None,
    "note": None,
    "scope": None,
    "address": None,
}

_COLUMNS = (
    "app_id metric period period_start period_end grain platform country value unit basis kind"
    " bound scope issuer publisher address quality note as_of"
).split()


def document(opened: Opened) -> Any:
    """The JSON value of the file, numbers as the text they were written as.

    Raises Unreadable when it is none, repeats a key, or is too large to be one of these.
    """
    if opened.text is None or not opened.text.is_json:
        raise Unreadable(sentence("this is no JSON text"), opened.name, sentence("fetch it again"))
    return read_document(opened.text)


def items(opened: Opened, content: Any, key: str) -> list[dict[str, Any]]:
    """The list of objects under a key; one object alone is a list of one.

    Raises Unreadable when something else is there.
    """
    found = content.get(key) if isinstance(content, dict) else None
    listed = found if isinstance(found, list) else [] if found is None else [found]
    if all(isinstance(one, dict) for one in listed):
        return listed
    raise Unreadable(
        sentence("'{key}' holds something other than objects", key=key),
        opened.name,
        sentence("fetch it again"),
    )


def at(value: Any, *keys: str) -> str | None:
    """The text at the end of a way through objects, or None when it is not there."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, dict | list):
        return NESTED
    return str(value).strip() or None if isinstance(value, str | int | float) else None


def text_rows(rows: Sequence[Mapping[str, str | None]]) -> pl.DataFrame:
    """Rows as read: String columns, and `row_no` from 1 in their order."""
    keys = dict.fromkeys(key for row in rows for key in row)
    columns = [pl.Series(key, [row.get(key) for row in rows], dtype=pl.String) for key in keys]
    return pl.DataFrame(columns).with_row_index("row_no", offset=1)


def observations(rows: pl.DataFrame, **said: pl.Expr | str | None) -> pl.DataFrame:
    """Text columns of ours: what is said, else what public figures have in common."""
    words = {**dict.fromkeys(_COLUMNS), **STATED, **said}
    return rows.select(
        pl.col("row_no"),
        *(
            word.cast(pl.String).alias(name)
            if isinstance(word, pl.Expr)
            else pl.lit(word, pl.String).alias(name)
            for name, word in words.items()
        ),
    )
