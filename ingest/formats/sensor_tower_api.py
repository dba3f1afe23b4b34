"""Sensor Tower's API: sales estimates and active users of apps, sales of store categories.

Terse keys (`iu`, `ar`) and long ones (`iphone_units`) say the same. Revenue is US cents, net of the
stores' fee and tax. docs/formats/sensor-tower-api.md has a table for each shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import polars as pl

from ingest.context import Context
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_cells import Figure, day, statements
from ingest.formats.sensor_tower_grain import grain_of, last_days, read_with_grain
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

IOS_SALES = (
    Figure("downloads", "ios", ("iu", "au")),
    Figure("revenue", "ios", ("ir", "ar")),
)
ANDROID_SALES = (
    Figure("downloads", "android", ("u",)),
    Figure("revenue", "android", ("r",)),
)
_DEVICES = ("android", "ipad", "iphone")
UNIFIED_SALES = tuple(
    figure
    for metric, cell in (("downloads", "units"), ("revenue", "revenue"))
    for figure in (
        Figure(metric, "ios", (f"iphone_{cell}", f"ipad_{cell}")),
        Figure(metric, "android", (f"android_{cell}",)),
        Figure(metric, "all", (f"unified_{cell}",), tuple(f"{d}_{cell}" for d in _DEVICES)),
    )
)
SALES = (*IOS_SALES, *ANDROID_SALES, *UNIFIED_SALES)

USERS = {"day": "dau", "week": "wau", "month": "mau"}
_TWICE = "one person can be counted on both devices"

_APPS = ("app_id", "aid", "unified_app_id")
_DATES = ("date", "d")
_COUNTRIES = ("country", "cc", "c")
_KEYS_IN_TEXT = re.compile(r'"(\w+)"\s*:')


def recognise_sales(opened: Opened) -> str | None:
    """ios, android or unified when its rows are an app's sales by country and first day."""
    if not opened.keys & set(_APPS) or is_own(opened):
        return None
    return _generation(
        opened, {"ios": IOS_SALES, "android": ANDROID_SALES, "unified": UNIFIED_SALES}
    )


def is_own(opened: Opened) -> str | None:
    """ios or android when its rows are what a store reports of one's own apps, and no estimates.

    Estimates of one store have terse keys; long ones beside a store's own id are its report.
    """
    if opened.keys >= {"app_id", "daily_user_installs"}:
        return "android"
    ios = {f"{device}_{cell}" for device in ("iphone", "ipad") for cell in ("units", "revenue")}
    if not opened.keys & ios or not isinstance(opened.first, dict):
        return None
    is_listing = str(opened.first.get("app_id")).isdecimal()
    is_total = any(key.startswith(("android_", "unified_")) for key in opened.keys)
    return "ios" if is_listing and not is_total else None


def recognise_categories(opened: Opened) -> str | None:
    """ios or android when its rows are a category's sales by country and first day."""
    if "ca" not in opened.keys:
        return None
    return _generation(opened, {"ios": IOS_SALES, "android": ANDROID_SALES})


def recognise_users(opened: Opened) -> str | None:
    """ios, android or unified when its rows are an app's active users by country and first day."""
    if not opened.keys & set(_APPS):
        return None
    cells = {
        "android": ("users",),
        "unified": ("android_users",),
        "ios": ("iphone_users", "ipad_users"),
    }
    figures = {name: (Figure("users", name, cell),) for name, cell in cells.items()}
    return _generation(opened, figures)


def _generation(opened: Opened, figures: Mapping[str, Sequence[Figure]]) -> str | None:
    if not opened.keys & set(_DATES):
        return None
    named = set(_KEYS_IN_TEXT.findall(opened.head))
    for generation, listed in figures.items():
        if named & {cell for figure in listed for cell in figure.cells}:
            return generation
    return None


def sales_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Downloads and revenue of each row, by platform."""
    return _to_ours(rows, context, SALES, _APPS)


def categories_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Downloads and revenue of a whole store category, which is nobody's app: `category 6005`."""
    refuse_missing(rows.columns, ["ca"], context.name)
    named = rows.with_columns(ca="category " + pl.col("ca"))
    return _to_ours(named, context, (*IOS_SALES, *ANDROID_SALES), ("ca",))


def users_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Active users by platform; iPhone and iPad are added, platforms never are."""
    grain = grain_of(rows, context)
    if grain not in USERS:
        raise Unreadable(
            sentence("active users are counted by day, week or month, not by {grain}", grain=grain),
            context.name,
            sentence("say which it is"),
        )
    metric = USERS[grain]
    figures = (
        Figure(metric, "ios", ("iphone_users", "ipad_users"), note=_TWICE),
        Figure(metric, "android", ("android_users",)),
        Figure(metric, "android", ("users",)),
    )
    return _to_ours(rows, context, figures, _APPS)


def _to_ours(
    rows: pl.DataFrame, context: Context, figures: Sequence[Figure], apps: Sequence[str]
) -> tuple[pl.DataFrame, list[str]]:
    rows = trimmed(rows)
    known = {cell for figure in figures for cell in figure.cells}
    extra = unknown(rows.columns, {*known, *apps, *_DATES, *_COUNTRIES, "grain"})
    described = describe(rows, context, apps)
    return statements(rows, described, figures, context.name), extra


def describe(rows: pl.DataFrame, context: Context, apps: Sequence[str]) -> pl.DataFrame:
    """What holds for every figure of a row: app, period, country, and who said it when.

    Raises Question for what neither the file nor its surroundings say, all at once.
    """
    app = _first_of(rows, apps, context)
    date = _first_of(rows, _DATES, context)
    countries = [name for name in _COUNTRIES if name in rows.columns]
    asked = [] if "grain" in rows.columns else ["grain"]
    asked += [] if countries else ["country"]
    said = context.require("as_of", *asked)
    grain = grain_of(rows, context)
    country = pl.coalesce([*countries, pl.lit(context.word("country"), pl.String)])
    dated = rows.select(
        "row_no",
        app.alias("app_id"),
        day(date).alias("period_start"),
        country.str.to_uppercase().alias("country"),
    )
    nothing = pl.lit(None, pl.String)
    return dated.with_columns(
        period_end=last_days(pl.col("period_start"), grain, said["as_of"]),
        grain=pl.lit(grain),
        kind=pl.lit(context.source.kind),
        bound=pl.lit("exact"),
        as_of=pl.lit(said["as_of"]),
        **dict.fromkeys(("scope", "issuer", "publisher", "address", "quality"), nothing),
    )


def _first_of(rows: pl.DataFrame, names: Sequence[str], context: Context) -> pl.Expr:
    present = [name for name in names if name in rows.columns]
    refuse_missing(rows.columns, [] if present else names[:1], context.name)
    return pl.coalesce(present)


FORMATS = (
    Format(
        name="sensor_tower.api_sales",
        title="Sensor Tower API: downloads and revenue of apps (sales_report_estimates)",
        table="observation",
        key=KEY,
        to_ours=sales_to_ours,
        recognise=recognise_sales,
        read=read_with_grain,
        asks_for_apps=True,
    ),
    Format(
        name="sensor_tower.api_users",
        title="Sensor Tower API: active users of apps by day, week or month",
        table="observation",
        key=KEY,
        to_ours=users_to_ours,
        recognise=recognise_users,
        read=read_with_grain,
        asks_for_apps=True,
    ),
    Format(
        name="sensor_tower.api_categories",
        title="Sensor Tower API: downloads and revenue of a store category (store_summary)",
        table="observation",
        key=KEY,
        to_ours=categories_to_ours,
        recognise=recognise_categories,
        read=read_with_grain,
        asks_for_apps=True,
    ),
)
