"""Sensor Tower's map of apps to their ids in the stores; and its pages' JSON, which is refused."""

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
from ingest.formats.snapshot import KEY
from ingest.unpack import Unreadable

STORES = {"itunes_apps": "app_store", "android_apps": "google_play"}
_UNIFIED = "unified_app_id"
_BUCKETS = ("humanized_worldwide_last_month_revenue", "humanized_worldwide_last_month_downloads")


def recognise_map(opened: Opened) -> str | None:
    """Ours when it lists apps by unified id with their ids in the stores."""
    first = opened.first
    if isinstance(first, dict) and isinstance(first.get("apps"), list) and first["apps"]:
        first = first["apps"][0]
    named = set(first) if isinstance(first, dict) else set()
    return "" if _UNIFIED in named and named & set(STORES) else None


def read_map(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an app: its unified id, its name, and its ids by store as JSON text."""
    if opened.text is None:
        raise Unreadable("this is a spreadsheet", opened.name, "export the API's JSON")
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
    return pl.DataFrame(listings, schema=schema), unknown(rows.columns, [_UNIFIED, "name", *STORES])


def _listings(row: dict[str, Any], as_of: str) -> Iterator[dict[str, Any]]:
    ids = [("sensor_tower", row.get(_UNIFIED), _UNIFIED)]
    for column, store in STORES.items():
        ids += [(store, listing, column) for listing in _store_ids(row.get(column))]
    names = [row.get("name"), *(listing for _store, listing, _column in ids)]
    for store, listing, column in ids:
        yield {
            "row_no": row["row_no"],
            "app_id": row.get("name") or row.get(_UNIFIED),
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


def recognise_page(opened: Opened) -> str | None:
    """The JSON behind a page of app.sensortower.com."""
    return "" if any(f'"{name}"' in opened.head for name in _BUCKETS) else None


def refuse_page(opened: Opened) -> Iterator[pl.DataFrame]:
    """Raise Unreadable: nothing in it is a figure of a stated period."""
    raise Unreadable(
        "this is the JSON of a page of app.sensortower.com: rounded buckets ('< $5k', '$248m') of a"
        " 'last month' that it does not date; they tell a rank at most",
        opened.name,
        "export the figures, or ask the API for sales_report_estimates",
    )


def page_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Never reached: a page is refused before it has rows."""
    return rows, []


FORMATS = (
    Format(
        name="sensor_tower.api_apps",
        title="Sensor Tower API: an app's ids in the stores (unified/apps)",
        table="app_listing",
        key=("app_id", "store", "listing_id"),
        to_ours=map_to_ours,
        recognise=recognise_map,
        read=read_map,
        asks_for_apps=True,
    ),
    Format(
        name="sensor_tower.page",
        title="app.sensortower.com's page JSON: refused, it has no dated figures",
        table="observation",
        key=KEY,
        to_ours=page_to_ours,
        recognise=recognise_page,
        read=refuse_page,
    ),
)
