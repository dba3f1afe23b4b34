"""Appfigures reports: sales, revenue and estimates, as flat or nested JSON or as CSV.

Money is dollars written as text; a report may say the same period net and gross.
docs/formats/appfigures.md documents it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from ingest.context import Context
from ingest.formats import cells
from ingest.formats.appfigures_rows import keys_of, layout, read
from ingest.formats.columns import refuse_missing, renamed, trimmed, unknown
from ingest.formats.figures import (
    asked_grain,
    asked_period,
    figures,
    only,
    period_end,
    spacing,
)
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

_PLATFORMS = {
    "apple": "ios",
    "apple:ios": "ios",
    "app_store": "ios",
    "ios": "ios",
    "itunes": "ios",
    "google_play": "android",
    "google": "android",
    "android": "android",
}
_PERIOD = ("date", "start_date", "end_date")
_PLACE = ("country", "iso", "store", "storefront", "platform")


@dataclass(frozen=True)
class _Money:
    """One column of money and what it counts."""

    column: str
    basis: str


@dataclass(frozen=True)
class _Shape:
    """What one report states: who counted, and its columns that are figures of ours."""

    kind: str
    money: tuple[_Money, ...]
    downloads: str | None


_SALES = _Shape(
    "reported",
    (_Money("revenue", "net_of_store"), _Money("gross_revenue", "gross")),
    "downloads",
)
_REVENUE = _Shape(
    "reported", (_Money("total", "net_of_store"), _Money("gross_total", "gross")), None
)
_ESTIMATES = _Shape("estimate", (_Money("revenue", "net_of_store"),), "downloads")


#: What only a report of one's own sales has.
_OF_SALES = {"gross_revenue", "net_downloads", "re_downloads", "gross_returns_amount"}


def _recognise_sales(opened: Opened) -> str | None:
    keys = keys_of(opened)
    fits = keys & {"downloads", "revenue"} and keys & _OF_SALES
    return layout(opened) if fits else None


def _recognise_revenue(opened: Opened) -> str | None:
    keys = keys_of(opened)
    fits = {"total", "gross_total"} <= keys or {"total", "sales", "iaps"} <= keys
    return layout(opened) if fits else None


def _recognise_estimates(opened: Opened) -> str | None:
    keys = keys_of(opened)
    fits = "product_id" in keys and keys & {"downloads", "revenue"} and keys & {*_PERIOD}
    other = keys & {*_OF_SALES, "total"}
    return layout(opened) if fits and not other else None


def _reader(shape: _Shape) -> Callable[[pl.DataFrame, Context], tuple[pl.DataFrame, list[str]]]:
    def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
        """Text columns of ours, a figure a row, and what was passed over.

        Raises Unreadable when a column is missing, Question when a word is.
        """
        return _to_ours(rows, context, shape)

    return to_ours


def _to_ours(rows: pl.DataFrame, context: Context, shape: _Shape) -> tuple[pl.DataFrame, list[str]]:
    rows = trimmed(renamed(rows, {c: c.lower() for c in rows.columns}, context.name))
    columns = [money.column for money in shape.money]
    if "product_id" not in rows.columns:
        raise Unreadable(
            sentence(
                "no row says which product it is about: the report is not grouped by products"
            ),
            context.name,
            sentence(
                "fetch it with group_by=dates,products (and country and store); nothing was loaded"
            ),
        )
    if not {*columns, shape.downloads} & {*rows.columns}:
        refuse_missing(rows.columns, columns, context.name)
    dated, grain, as_of = _dated(rows, context)
    placed, elsewhere = _placed(dated, context)
    over = placed.filter((pl.col("end") >= pl.col("start")).fill_null(True))
    passed = [elsewhere] if elsewhere else []
    if over.height < placed.height:
        passed.append(f"rows of {as_of}, a day that was not over when it was said")
    parts = []
    for money in shape.money:
        told = _without_advertising(over, money, passed)
        parts.append(_figures(told, money.column, "revenue", money.basis, shape, grain, context))
    if shape.downloads:
        parts.append(_figures(over, shape.downloads, "downloads", "none", shape, grain, context))
    used = {*columns, shape.downloads, *_PERIOD, *_PLACE, "product_id", "ads", "row_no"}
    extra = unknown(rows.columns, [column for column in used if column])
    return pl.concat(parts).sort("row_no", maintain_order=True), extra + passed


def _dated(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, str, str]:
    """The rows with `start` and `end`, the grain of all, and the day they were said.

    The last point of a range that ends on that day is incomplete: such a month ends the day
    before, and such a day ends before it begins.
    """
    as_of = context.require("as_of")["as_of"]
    named = next((column for column in ("date", "start_date") if column in rows.columns), None)
    if named is None:
        first, grain = asked_period(context)
        rows = rows.with_columns(pl.lit(first).alias("start"))
        return (
            rows.with_columns(period_end(pl.col("start"), grain, as_of).alias("end")),
            grain,
            as_of,
        )
    text = pl.col(named)
    start = cells.day(pl.when(text.str.contains("T")).then(text.str.head(10)).otherwise(text))
    rows = rows.with_columns(start.alias("start"))
    grain = _grain(rows, context)
    last = period_end(pl.col("start"), grain, as_of)
    before = pl.lit(as_of).str.to_date("%Y-%m-%d").dt.offset_by("-1d").cast(pl.String)
    whole_end = period_end(pl.col("start"), grain, "9999-12-31")
    end = pl.when(whole_end == as_of).then(before).otherwise(last)
    return rows.with_columns(end.alias("end")), grain, as_of


def _grain(rows: pl.DataFrame, context: Context) -> str:
    """How long a period is: by its end where stated, else by the distance of the dates."""
    days = rows["start"].str.to_date("%Y-%m-%d", strict=False)
    if "end_date" in rows.columns and rows["end_date"].null_count() < rows.height:
        ends = rows["end_date"].str.head(10).str.to_date("%Y-%m-%d", strict=False)
        for grain in ("day", "week", "month", "year"):
            whole = rows.select(period_end(pl.col("start"), grain, "9999-12-31")).to_series()
            if (whole == ends.cast(pl.String)).any():
                return grain
    return spacing(days.drop_nulls()) or asked_grain(rows["start"], context)


def _placed(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, str | None]:
    """The rows with `where` and `platform_is`; those of other stores are left out, and named."""
    country = _said(rows, ("iso", "country"), "country", context)
    store = _said(rows, ("store", "storefront", "platform"), "platform", context)
    known = pl.col("platform_is").is_in(["ios", "android", "web", "all"])
    placed = rows.with_columns(
        country.str.to_uppercase().alias("where"),
        store.str.to_lowercase().replace(_PLATFORMS).alias("platform_is"),
    )
    others = placed.filter(~known)["platform_is"].unique().sort().to_list()
    told = f"rows of the stores {', '.join(others)}, no platform of ours" if others else None
    return placed.filter(known), told


def _said(rows: pl.DataFrame, columns: tuple[str, ...], key: str, context: Context) -> pl.Expr:
    """What the row says; else what a person or the source says of the whole file."""
    present = [pl.col(column) for column in columns if column in rows.columns]
    if present and not rows.select(pl.coalesce(*present).is_null().any()).item():
        return pl.coalesce(*present)
    word = context.require(key)[key]
    return pl.coalesce(*present, pl.lit(word)) if present else pl.lit(word)


def _without_advertising(rows: pl.DataFrame, money: _Money, passed: list[str]) -> pl.DataFrame:
    """Totals less what advertisers paid: revenue here is what customers paid for the app."""
    if money.column not in ("total", "gross_total") or "ads" not in rows.columns:
        return rows
    if money.column not in rows.columns:
        return rows
    total, ads = (
        cells.figure(pl.col(column)).cast(pl.Decimal(38, 6), strict=False)
        for column in (money.column, "ads")
    )
    paid = ~cells.is_missing(pl.col("ads")) & (ads != 0).fill_null(True)
    if money.column == "gross_total":
        clean = rows.filter(~paid)
        if clean.height < rows.height:
            passed.append("gross_total of rows with ads: whether ads are in it is not documented")
        return clean
    unread = pl.when(total.is_null()).then(pl.col("total")).otherwise(pl.col("ads"))
    less = pl.coalesce((total - ads).cast(pl.String), unread)
    return rows.with_columns(pl.when(paid).then(less).otherwise(pl.col("total")).alias("total"))


def _figures(
    rows: pl.DataFrame,
    column: str,
    metric: str,
    basis: str,
    shape: _Shape,
    grain: str,
    context: Context,
) -> pl.DataFrame:
    if column not in rows.columns:
        rows = rows.head(0).with_columns(pl.lit(None, pl.String).alias(column))
    stated = rows.filter(~cells.is_missing(pl.col(column)))
    return figures(
        stated,
        value_column=column,
        app_id=pl.col("product_id"),
        metric=metric,
        period_start=pl.col("start"),
        period_end=pl.col("end"),
        grain=grain,
        platform=pl.col("platform_is"),
        country=pl.col("where"),
        value=cells.figure(pl.col(column)),
        unit=(context.word("unit") or "USD") if metric == "revenue" else "downloads",
        basis=basis,
        kind=shape.kind,
        as_of=context.require("as_of")["as_of"],
    )


_SHAPES = (
    ("sales", "sales of one's own apps", _SALES, _recognise_sales),
    ("revenue", "revenue of one's own apps", _REVENUE, _recognise_revenue),
    ("estimates", "estimates of any app", _ESTIMATES, _recognise_estimates),
)

FORMATS = tuple(
    Format(
        name=f"appfigures.{name}",
        title=f"Appfigures, {title}",
        table="observation",
        key=KEY,
        to_ours=_reader(shape),
        recognise=recognise,
        read=only(recognise, read),
        asks_for_apps=True,
    )
    for name, title, shape, recognise in _SHAPES
)
