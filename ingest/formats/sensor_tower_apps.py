"""Sensor Tower's map of apps to their ids in the stores.

The API's answers for apps (`unified/apps`) and for publishers (`unified/publishers/apps`) name
their keys differently and say the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import polars as pl

from ingest.content import Text
from ingest.context import Context
from ingest.formats.columns import refuse_missing, unknown
from ingest.formats.form import Format
from ingest.formats.json_document import read_document
from ingest.formats.json_rows import json_elements, nesting_batches
from ingest.formats.opened import Opened
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

STORES = {"itunes_apps": "app_store", "ios_apps": "app_store", "android_apps": "google_play"}
_NAMES = ("name", "unified_app_name")
_UNIFIED = "unified_app_id"


def recognise_map(opened: Opened) -> str | None:
    """Ours when it lists apps by unified id with their ids in the stores."""
    first = opened.first
    if isinstance(first, dict) and isinstance(first.get("apps"), list) and first["apps"]:
        first = first["apps"][0]
    named = set(first) if isinstance(first, dict) else set()
    return "" if _UNIFIED in named and named & set(STORES) and "aggregated" not in named else None


def read_map(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an app: its unified id, its name, and its ids by store as JSON text."""
    if opened.text is None:
        raise Unreadable(
            sentence("this is a spreadsheet"), opened.name, sentence("export the API's JSON")
        )
    yield from nesting_batches(_apps(opened, opened.text), opened.name)


def _apps(opened: Opened, text: Text) -> Iterator[tuple[int, Any]]:
    document = read_document(text) if "apps" in opened.keys and not opened.is_array else None
    apps = document.get("apps") if isinstance(document, dict) else None
    return enumerate(apps, start=1) if isinstance(apps, list) else json_elements(text)


def map_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """One row a listing; `names` has all the names and ids of its app, one a line."""
    refuse_missing(rows.columns, [_UNIFIED], context.name)
    as_of = context.require("as_of")["as_of"]
    listings = [one for row in rows.iter_rows(named=True) for one in _listings(row, as_of)]
    words = ("app_id", "names", "store", "listing_id", "value_column", "as_of")
    schema = {"row_no": pl.UInt32} | dict.fromkeys(words, pl.String)
    return pl.DataFrame(listings, schema=schema), unknown(
        rows.columns, [_UNIFIED, *_NAMES, *STORES]
    )


def _listings(row: dict[str, Any], as_of: str) -> Iterator[dict[str, Any]]:
    ids = [("sensor_tower", row.get(_UNIFIED), _UNIFIED)]
    for column, store in STORES.items():
        ids += [(store, listing, column) for listing in _store_ids(row.get(column))]
    called = next((row[name] for name in _NAMES if row.get(name)), None)
    names = [called, *(listing for _store, listing, _column in ids)]
    for store, listing, column in ids:
        yield {
            "row_no": row["row_no"],
            "app_id": called or row.get(_UNIFIED),
            "names": "\n".join(name for name in names if name),
            "store": store,
            "listing_id": listing,
            "value_column": column,
            "as_of": as_of,
        }


def _store_ids(text: str | None) -> list[str | None]:
    """The ids of `[{"app_id": 1}, …]` or `[1, …]`; what is neither stays, and is refused."""
    try:
        apps = json.loads(text or "[]")
    except ValueError:
        return [text]
    if not isinstance(apps, list):
        return [text]
    ids = [app.get("app_id") if isinstance(app, dict) else app for app in apps]
    return [None if one is None else str(one) for one in ids]


FORMATS = (
    Format(
        name="sensor_tower.api_apps",
        title="Sensor Tower API: apps' ids in the stores (unified/apps, unified/publishers/apps)",
        table="app_listing",
        key=("app_id", "store", "listing_id"),
        to_ours=map_to_ours,
        recognise=recognise_map,
        read=read_map,
        asks_for_apps=True,
    ),
)
