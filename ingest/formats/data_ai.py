"""data.ai (App Annie) API answers: an app's history of estimates, of users, and newer feeds.

`ios` stands beside iphone and ipad: the whole is taken, or the parts are added, never both.
docs/formats/data-ai.md documents it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from ingest.context import Context
from ingest.formats import cells
from ingest.formats.columns import refuse_missing, renamed, trimmed, unknown
from ingest.formats.csv_rows import csv_batches
from ingest.formats.data_ai_devices import one_a_platform
from ingest.formats.figures import asked_grain, figures, only, period_end, spacing
from ingest.formats.form import Format
from ingest.formats.json_document import Row, frame, innermost, plain, read_document
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.formats.sums import joined
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

_GRAINS = {
    **dict.fromkeys(("daily", "day"), "day"),
    **dict.fromkeys(("weekly", "week"), "week"),
    **dict.fromkeys(("monthly", "month"), "month"),
    **dict.fromkeys(("quarterly", "quarter"), "quarter"),
    **dict.fromkeys(("yearly", "annual", "year"), "year"),
}
#: Active users are of a day, week or month; only those of a month are MAU.
_USERS = {"day": "dau", "week": "wau", "month": "mau"}
_UNITS = {"revenue": "USD", **dict.fromkeys((*_USERS.values(), "average_active_users"), "users")}
_FEEDS = {"downloads": "downloads", "revenue": "revenue"}
_MEASURES = {
    "est_download": "downloads",
    "est_download__sum": "downloads",
    "est_revenue": "revenue",
    "est_revenue__sum": "revenue",
    "est_average_active_users": "users",
    "est_average_active_users__aggr": "users",
    "active_users": "users",
    **_FEEDS,
}
_ALIASES = {"country_code": "country", "device_code": "device", "start_date": "date"}
_ABOUT = ("code", "vertical", "end_date", "currency")


def recognise_history(opened: Opened) -> str | None:
    """By a `list` of estimates, or of downloads and revenue, by device."""
    keys = _listed(opened)
    fits = "date" in keys and ("estimate" in keys or keys & {*_FEEDS})
    return "v1.3" if fits else None


def recognise_usage(opened: Opened) -> str | None:
    """By a `list` of active users."""
    return "v1.3" if {"date", "active_users"} <= _listed(opened) else None


def recognise_feed(opened: Opened) -> str | None:
    """By the est_… measures of the newer feeds, flat or in a list."""
    keys = {*opened.columns, *opened.keys, *_listed(opened)}
    return "est_ feeds" if any(key.startswith("est_") for key in keys) else None


def _listed(opened: Opened) -> set[str]:
    """The keys of the first entry of the answer's list; none when there is no such list."""
    first = opened.first
    if first is None:  # longer than the head of the file
        return set(innermost(opened.head)[0])
    entries = _entries(first) if isinstance(first, dict) else None
    return set(entries[0]) if entries and isinstance(entries[0], dict) else set()


def _entries(answer: dict[str, Any]) -> list[Any] | None:
    found = (answer.get(key) for key in ("list", "data"))
    return next((value for value in found if isinstance(value, list)), None)


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """The entries of the answer's list, each with what the answer says of all of them.

    Raises Unreadable for an answer that is an error, or has no list.
    """
    if opened.text is None:
        raise Unreadable(
            sentence("this is a spreadsheet"), opened.name, sentence("export JSON or CSV")
        )
    if not opened.text.is_json:
        yield from joined(csv_batches(opened.text))
        return
    document = read_document(opened.text)
    rows: list[Row] = []
    for answer in document if isinstance(document, list) else [document]:
        rows += _rows(answer, opened.name)
    if rows:
        yield frame(rows)


def _rows(answer: Any, name: str) -> list[Row]:
    if not isinstance(answer, dict):
        raise Unreadable(
            sentence("the answer is no object"),
            name,
            sentence("fetch it again; nothing was loaded"),
        )
    entries = _entries(answer)
    if answer.get("code", "200") != "200" or (entries is None and "error" in answer):
        said = answer.get("error") or answer.get("message") or answer.get("code")
        raise Unreadable(
            sentence("the vendor answered with an error: {said}", said=said),
            name,
            sentence("fetch it again"),
        )
    if entries is None:
        return [plain(answer)]
    rest = {key: value for key, value in answer.items() if value is not entries}
    about: Row = {key: text for key, text in plain(rest).items() if text is not None}
    if not all(isinstance(entry, dict) for entry in entries):
        raise Unreadable(
            sentence("an entry of the list is no object"), name, sentence("fetch it again")
        )
    return [about | plain(entry) for entry in entries]


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, a figure an app, platform, country and period.

    Raises Unreadable when a column is missing, Question when a word is.
    """
    rows = _renamed(trimmed(rows), context.name)
    rows = rows.with_columns(_product(rows, context.name), _country(rows, context))
    refuse_missing(rows.columns, ["date"], context.name)
    grain = _grain(rows, context)
    long, measures = _long(rows, grain, context)
    known = [*measures, *_ALIASES.values(), *_ABOUT]
    known += ["product_id", "unified_product_id", "market", "granularity", "feed", "estimate"]
    chosen, passed = one_a_platform(long, list(_USERS.values()))
    as_of = context.require("as_of")["as_of"]
    ours = figures(
        chosen,
        value_column=pl.col("value_column"),
        app_id=pl.col("product_id"),
        metric=pl.col("metric"),
        period_start=pl.col("date"),
        period_end=period_end(pl.col("date"), grain, as_of),
        grain=grain,
        platform=pl.col("platform"),
        country=pl.col("country"),
        value=pl.col("value"),
        unit=pl.col("metric").replace(_UNITS),
        basis=pl.when(pl.col("metric") == "revenue")
        .then(pl.lit("net_of_store"))
        .otherwise(pl.lit("none")),
        kind="estimate",
        note=pl.col("note"),
        as_of=as_of,
    )
    return ours, unknown(rows.columns, known) + passed


def _renamed(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """The older names of the columns; what has only a unified id is of all platforms."""
    names = {old: new for old, new in _ALIASES.items() if old in rows.columns}
    taken = {old: new for old, new in names.items() if new not in rows.columns}
    rows = renamed(rows, taken, name)
    if not {"product_id", "device", "market"} & {*rows.columns}:
        return rows.with_columns(pl.lit("all").alias("device"))
    return rows


def _product(rows: pl.DataFrame, name: str) -> pl.Expr:
    """A store's id where there is one, else the vendor's id of the app on all stores."""
    ids = [c for c in ("product_id", "unified_product_id") if c in rows.columns]
    if not ids:
        refuse_missing(rows.columns, ["product_id"], name)
    return pl.coalesce(*(pl.col(column) for column in ids)).alias("product_id")


def _country(rows: pl.DataFrame, context: Context) -> pl.Expr:
    if "country" in rows.columns and not rows["country"].null_count():
        return pl.col("country").str.to_uppercase().replace("ALL", "WW")
    word = pl.lit(context.require("country")["country"])
    stated = pl.col("country") if "country" in rows.columns else word
    return pl.coalesce(stated, word).alias("country")


def _grain(rows: pl.DataFrame, context: Context) -> str:
    """As the answer states it, one for all; else by the distance of its dates."""
    if "granularity" in rows.columns and not rows["granularity"].null_count():
        words = rows["granularity"].str.to_lowercase().unique().to_list()
        grains = {_GRAINS.get(word) for word in words}
        if len(grains) == 1 and None not in grains:
            return str(grains.pop())
        raise Unreadable(
            sentence("the granularity is {said}", said=", ".join(sorted(words))),
            context.name,
            sentence("fetch one granularity a file: {words}", words=", ".join(sorted(_GRAINS))),
        )
    days = rows["date"].str.to_date("%Y-%m-%d", strict=False).drop_nulls()
    return spacing(days) or asked_grain(rows["date"], context)


def _long(rows: pl.DataFrame, grain: str, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """One measure a row: `metric`, `cell` as written, `value_column`, `device`."""
    metrics: dict[str, pl.Expr] = {
        column: pl.lit(_metric(_MEASURES[column], grain))
        for column in rows.columns
        if column in _MEASURES
    }
    if "estimate" in rows.columns:
        metrics["estimate"] = _feed(rows, context)
    if not metrics:
        refuse_missing(rows.columns, ["estimate"], context.name)
    rows = rows.with_columns(_device(rows, context).alias("device"))
    parts = [
        rows.select(
            "row_no",
            "product_id",
            cells.day(pl.col("date")).alias("date"),
            "country",
            "device",
            metric.alias("metric"),
            pl.col(column).alias("cell"),
            pl.lit(column).alias("value_column"),
        )
        for column, metric in metrics.items()
    ]
    return pl.concat(parts), list(metrics)


def _device(rows: pl.DataFrame, context: Context) -> pl.Expr:
    """The row's device, else the answer's market, else what a person or the source says."""
    named = [pl.col(column) for column in ("device", "market") if column in rows.columns]
    if named and not rows.select(pl.coalesce(*named).is_null().any()).item():
        return pl.coalesce(*named).str.to_lowercase()
    word = pl.lit(context.require("platform")["platform"])
    return pl.coalesce(*named, word).str.to_lowercase()


def _metric(measure: str, grain: str) -> str:
    return _USERS.get(grain, "average_active_users") if measure == "users" else measure


def _feed(rows: pl.DataFrame, context: Context) -> pl.Expr:
    """What an `estimate` estimates: the answer's feed, or a person's word."""
    if "feed" in rows.columns and not rows["feed"].null_count():
        return pl.col("feed").str.to_lowercase()
    return pl.lit(context.require("metric")["metric"])


_SHAPES = (
    ("history", "estimates of an app's downloads or revenue", recognise_history),
    ("usage", "estimates of an app's active users", recognise_usage),
    ("feed", "estimates in the newer est_… feeds", recognise_feed),
)

FORMATS = tuple(
    Format(
        name=f"data_ai.{name}",
        title=f"data.ai, {title}",
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        read=only(recognise, read),
        asks_for_apps=True,
    )
    for name, title, recognise in _SHAPES
)
