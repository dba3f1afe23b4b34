"""The rows of an Appfigures report: of its table, its flat list, or however deep it is nested."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from ingest.formats.csv_rows import csv_batches
from ingest.formats.json_document import Row, frame, plain, read_document
from ingest.formats.opened import Opened
from ingest.formats.sums import joined
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: An object that has one of these holds figures; one that has none holds groups of them.
MEASURES = {"downloads", "revenue", "gross_revenue", "total", "gross_total", "net_downloads"}

_DEEPEST = 4
_OPENING = re.compile(r'"([^"]+)"\s*:\s*\{')
_MEASURE = re.compile(rf'"(?:{"|".join(sorted(MEASURES))})"\s*:')

#: What a product says of itself where it stands in a row, and what the row calls it.
_OF_PRODUCT = {"id": "product_id", "store": "store", "store_name": "store"}

#: What the keys of a nested report are, by their spelling: groups come in any order.
_GROUPS = {
    "product_id": re.compile(r"\d{5,}"),
    "date": re.compile(r"\d{4}-\d\d-\d\d(T.*)?"),
    "country": re.compile(r"[A-Z]{2}"),
    "store": re.compile(r"[a-z][a-z0-9_:]+"),
}


def keys_of(opened: Opened) -> set[str]:
    """The columns of the table, or the keys of its first object that has figures."""
    if opened.columns:
        return {column.lower() for column in opened.columns}
    if opened.keys & MEASURES:
        return set(opened.keys)
    row, before = _first_row(opened.head)
    return {*_flat(row), *filter(None, map(_group, _OPENING.findall(before)))}


def _first_row(head: str) -> tuple[dict[str, Any], str]:
    """The first object in a report's head that has figures, and the text before it."""
    found = _MEASURE.search(head)
    depth = 0
    for place in range(found.start() - 1, -1, -1) if found else ():
        depth += {"}": 1, "{": -1}.get(head[place], 0)
        if depth < 0:
            try:
                row, _end = json.JSONDecoder().raw_decode(head, place)
            except ValueError:
                break
            return (row, head[: place + 1]) if isinstance(row, dict) else ({}, "")
    return {}, ""


def layout(opened: Opened) -> str:
    """How the report is written: csv, flat or nested."""
    if opened.columns:
        return "csv"
    return "flat" if opened.is_array or opened.keys & MEASURES else "nested"


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """The report's rows: those of its table, or the innermost objects of its JSON.

    Raises Unreadable when it is neither.
    """
    if opened.text is None or not opened.text.is_json:
        if opened.text is None:
            raise Unreadable(
                sentence("this is a spreadsheet"), opened.name, sentence("export JSON or CSV")
            )
        yield from joined(csv_batches(opened.text))
        return
    document = read_document(opened.text)
    rows: list[Row] = []
    for item in document if isinstance(document, list) else [document]:
        rows += _innermost(item, (), opened.name)
    yield frame(rows)


def _innermost(value: Any, path: tuple[str, ...], name: str) -> Iterator[Row]:
    """Objects with figures in them, each with what the keys on the way to it say."""
    if not isinstance(value, dict) or len(path) > _DEEPEST:
        raise Unreadable(
            sentence("under {path} stands no object of figures", path="/".join(path))
            if path
            else sentence("at the top stands no object of figures"),
            name,
            sentence("fetch a report with format=flat"),
        )
    if value.keys() & MEASURES:
        grouped = [(group, key) for key in path if (group := _group(key))]
        yield {**dict(grouped), **{k: v for k, v in _flat(value).items() if v is not None}}
        return
    for key, inner in value.items():
        yield from _innermost(inner, (*path, key), name)


def _flat(row: dict[str, Any]) -> Row:
    """A row's own texts; of the product that may stand in it, its id and its store."""
    product = row.get("product")
    if not isinstance(product, dict):
        return plain(row)
    said = plain({key: value for key, value in product.items() if key in _OF_PRODUCT})
    told = {_OF_PRODUCT[key]: value for key, value in said.items() if value is not None}
    return told | plain({key: value for key, value in row.items() if key != "product"})


def _group(key: str) -> str | None:
    return next((name for name, spelling in _GROUPS.items() if spelling.fullmatch(key)), None)
