"""Series of dates and values as JSON: AppTweak's histories, and any list of {date, value}.

Such a file says little more than its numbers: app, metric, country, platform, unit, basis and the
day it was said come from its keys where they name them, else from its source or an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from ingest.context import Context
from ingest.formats.cells import is_missing
from ingest.formats.columns import refuse_missing, renamed, trimmed
from ingest.formats.csv_rows import csv_batches
from ingest.formats.form import Format
from ingest.formats.json_document import NESTED, read_document
from ingest.formats.json_rows import json_batches
from ingest.formats.mapped import completed, iso
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable
from ingest.vocabulary import COUNTRIES, METRIC_UNITS, MONEY, UNITS

#: Keys that name a metric.
METRICS = {
    "downloads": "downloads",
    "revenues": "revenue",
    "revenue": "revenue",
    "mau": "mau",
}
#: AppTweak's series that are no metric of ours, unless the source's `metrics` has them.
_OTHERS = ("app-power", "ratings", "daily-ratings")
_CONTAINERS = ("result", "results", "data", "content", "values", "history", "series", "items")
_PAIR = {"date", "value"}
_BESIDE = {*_PAIR, "currency", "precision"}
#: Keys of a row that say what a figure is; passing them over would make it another's.
_TELLING = set("app app_id name metric country platform device store os unit period".split())


def _apptweak(opened: Opened) -> str | None:
    params = _request(opened.first).get("params")
    return "" if isinstance(params, dict) and any(True for _ in _series(opened.first)) else None


def _plain_series(opened: Opened) -> str | None:
    names = {name.strip().lower() for name in (*opened.columns, *opened.keys)}
    if names >= _PAIR:
        return "" if names <= _BESIDE else None
    if opened.is_array or _apptweak(opened) is not None:
        return None
    return "" if any(True for _ in _series(opened.first)) else None


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row a pair of date and value, with the keys that lead to it and what was asked for.

    `row_no` is its place in the file, from 1. Raises Unreadable.
    """
    if not opened.text.is_json:
        yield from csv_batches(opened.text)
    elif opened.is_array or opened.keys >= _PAIR:
        yield from json_batches(opened.text)
    else:
        yield _document_rows(read_document(opened.text), opened.name)


def _document_rows(document: Any, name: str) -> pl.DataFrame:
    request = _request(document)
    params = request.get("params")
    asked = params if isinstance(params, dict) else {}
    country = str(asked.get("country") or "").upper()
    stated = {
        "country": country if country in COUNTRIES else None,
        "device": asked.get("device") and str(asked["device"]),
        "daily": "yes" if "history" in str(request.get("path")) else None,
    }
    pairs = [(path, pair) for path, pairs in _series(document) for pair in pairs]
    for number, (path, pair) in enumerate(pairs, start=1):
        if not _is_pair(pair):
            raise Unreadable(
                sentence(
                    "row {row}, under {path}, is no date with its value",
                    row=f"{number:,}",
                    path=" > ".join(path),
                ),
                name,
                sentence("fetch it again; nothing of it was loaded"),
            )
    rows = [
        {
            "path": "\n".join(path),
            **{key: _text(pair.get(key)) for key in ("date", "value", "currency")},
            **stated,
        }
        for path, pair in pairs
    ]
    columns = ("path", "date", "value", "currency", "country", "device", "daily")
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))
    numbers = pl.int_range(1, len(rows) + 1, dtype=pl.UInt32, eager=True)
    return frame.insert_column(0, numbers.alias("row_no"))


def _request(document: Any) -> dict[str, Any]:
    """What AppTweak says it was asked."""
    for key in ("metadata", "request"):
        document = document.get(key) if isinstance(document, dict) else None
    return document if isinstance(document, dict) else {}


def _series(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
    """Every list of dates and values in a document, with the keys that lead to it."""
    for key, held in node.items() if isinstance(node, dict) else ():
        here = (*path, key.strip())
        if isinstance(held, list):
            if any(map(_is_pair, held)):
                yield here, held
        else:
            yield from _series(held, here)


def _is_pair(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() >= _PAIR


def _text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return NESTED if isinstance(value, dict | list) else str(value)


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, one figure a pair, and what is passed over.

    Raises Unreadable when keys say more than app and metric, Question for what nothing says.
    """
    names = {column: column.strip().lower() for column in rows.columns}
    rows = trimmed(renamed(rows, names, context.name))
    refuse_missing(rows.columns, sorted(_PAIR), context.name)
    passed: list[str] = []
    if "path" in rows.columns:
        rows, passed = _named(rows, context)
    else:
        _refuse_telling(rows, context.name)
        passed = [column for column in rows.columns if column not in {*_BESIDE, "row_no"}]
    figures = _figures(rows, context)
    said = {key for key in ("app", "country", "platform", "grain") if key in figures.columns}
    asked = ["metric"] if figures["metric"].null_count() else []
    return completed(figures, said, context, *asked), passed


def _named(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """The rows with the app and metric that the keys above them name."""
    apps: dict[str, str] = {}
    metrics: dict[str, str] = {}
    passed = []
    for path in rows["path"].unique(maintain_order=True):
        keys = [key for key in path.split("\n") if key.lower() not in _CONTAINERS]
        known = {key: _metric(key, context) for key in keys}
        left = [key for key in keys if not known[key]]
        if any(key.lower() in _OTHERS for key in left):
            passed.append(f"{'.'.join(keys)} (not among the source's metrics)")
            continue
        if len(left) > 1 or len(keys) - len(left) > 1:
            raise Unreadable(
                sentence(
                    "the keys {path} say more than an app and a metric", path=" > ".join(keys)
                ),
                context.name,
                sentence(
                    "cut out the one series that is meant, as a list of dates with their values"
                ),
            )
        metrics[path] = "".join(known.values())
        apps[path] = "".join(left)
    taken = rows.filter(pl.col("path").is_in(list(metrics)))
    named = taken.with_columns(
        pl.col("path")
        .replace_strict(metrics, default=None, return_dtype=pl.String)
        .alias("metric"),
        pl.col("path").replace_strict(apps, default=None, return_dtype=pl.String).alias("app"),
    )
    return trimmed(named), passed


def _metric(key: str, context: Context) -> str:
    """The metric a key names; empty when it names none."""
    snake = key.lower().replace("-", "_")
    return METRICS.get(snake) or (snake if snake in context.source.metrics else "")


def _refuse_telling(rows: pl.DataFrame, name: str) -> None:
    telling = [column for column in rows.columns if column in _TELLING]
    if telling:
        raise Unreadable(
            sentence(
                "its rows say {words} of their own, which this format does not read",
                words=", ".join(telling),
            ),
            name,
            sentence("map its columns: python -m ingest map FILE"),
        )


def _figures(rows: pl.DataFrame, context: Context) -> pl.DataFrame:
    """Each figure with what the file says of it; a column of ours is there only when it does."""
    nothing = pl.lit(None, pl.String)
    [only] = context.source.metrics if len(context.source.metrics) == 1 else [None]
    named = pl.col("metric") if "metric" in rows.columns else nothing
    metric = pl.coalesce(named, pl.lit(only or context.word("metric"), pl.String))
    currency = pl.col("currency") if "currency" in rows.columns else nothing
    spelling = {unit.lower(): unit for unit in UNITS}
    counted = metric.replace_strict(METRIC_UNITS, default=None, return_dtype=pl.String)
    unit = pl.coalesce(counted, currency.str.to_lowercase().replace(spelling))
    figures = rows.filter(~is_missing(pl.col("value"))).with_columns(
        metric.alias("metric"),
        unit.alias("unit"),
        pl.when(~unit.is_in(MONEY)).then(pl.lit("none")).alias("basis"),
        iso(pl.col("date")).alias("period"),
        pl.lit("value").alias("value_column"),
    )
    stated: dict[str, pl.Expr] = {}
    if "device" in figures.columns:
        if figures["device"].eq_missing("android").all() and figures.height:
            stated["platform"] = pl.lit("android")
        stated["note"] = pl.lit("device asked for: ") + pl.col("device")
    if "daily" in figures.columns and figures["daily"].null_count() < figures.height:
        stated["grain"] = pl.lit("day")
    elif not figures["period"].str.len_bytes().eq(10).any():
        stated["grain"] = pl.when(pl.col("period").str.contains(r"^\d{4}-\d\d$")).then(
            pl.lit("month")
        )
    figures = figures.with_columns(**stated)
    empty = [
        key
        for key in ("app", "country")
        if key in figures.columns and figures.height and figures[key].null_count() == figures.height
    ]
    return figures.drop(empty)


FORMATS = tuple(
    Format(
        name=f"date_value.{name}",
        title=title,
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        read=read,
        asks_for_apps=True,
    )
    for name, title, recognise in (
        ("apptweak", "AppTweak API: history of metrics by app and day", _apptweak),
        ("series", "any series of dates and values as JSON, or CSV of the two", _plain_series),
    )
)
