"""Text columns of ours become typed columns, once.

What cannot be read becomes missing here and is refused by the schemas, which say what was written.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

VALUE = pl.Decimal(18, 4)
RATE = pl.Decimal(18, 8)

#: Grains that a written day may begin; any other must be the one the written period has.
AT_A_DAY = ["day", "week", "point"]

_MONTHS = {"month": "1mo", "quarter": "3mo", "year": "1y"}


def typed_observations(ours: pl.DataFrame, app_names: Mapping[str, str]) -> pl.DataFrame:
    """The columns of raw.observation but for its ids: dates, decimals and app ids.

    `ours` has the text columns of a format's `to_ours`; `app_names` is Config.app_names().
    """
    dated = _periods(ours).with_columns(app_id=_app(app_names), value=_decimal("value", VALUE))
    return dated.with_columns(*_said(ours), *_set(ours)).select(
        "app_id",
        "metric",
        "period_start",
        "period_end",
        "grain",
        "platform",
        "country",
        "value",
        "unit",
        "basis",
        "kind",
        "bound",
        "scope",
        "issuer",
        "publisher",
        "address",
        "quality",
        "note",
        "said_from",
        "as_of",
        "row_no",
        *(["set_from", "set_by"] if "set_by" in ours.columns else []),
    )


def typed_events(ours: pl.DataFrame, app_names: Mapping[str, str]) -> pl.DataFrame:
    """The columns of raw.event but for its ids."""
    return ours.select(
        _date("event_date"),
        _app(app_names),
        "event",
        "kind",
        "address",
        _date("event_date").alias("as_of"),
        "row_no",
    )


def typed_rates(ours: pl.DataFrame, app_names: Mapping[str, str]) -> pl.DataFrame:
    """The columns of raw.fx_rate but for its ids, and the row number."""
    return ours.select(_date("rate_date"), "currency", _decimal("per_eur", RATE), "row_no")


def typed_listings(ours: pl.DataFrame, app_names: Mapping[str, str]) -> pl.DataFrame:
    """The columns of raw.app_listing but for its ids, and the row number.

    `names` has every name of the app, one a line: it is the app that they name, if just one.
    """
    return ours.select(
        pl.struct("app_id", "names")
        .map_elements(lambda row: _named(row, app_names), return_dtype=pl.String)
        .alias("app_id"),
        "store",
        "listing_id",
        _date("as_of"),
        "row_no",
    )


def _named(row: Mapping[str, str], app_names: Mapping[str, str]) -> str:
    names = [name.strip().lower() for name in row["names"].split("\n")]
    apps = {app_names[name] for name in names if name in app_names}
    return apps.pop() if len(apps) == 1 else row["app_id"]


def _app(app_names: Mapping[str, str]) -> pl.Expr:
    """The app's id for any of its names; a name nobody has stays as written and is refused."""
    name = pl.col("app_id")
    return name.str.to_lowercase().replace_strict(app_names, default=name).alias("app_id")


def _decimal(column: str, dtype: pl.DataType) -> pl.Expr:
    """An exact decimal, or missing when the text is not a plain number or has too many digits."""
    return pl.col(column).cast(dtype, strict=False)


def _date(column: str) -> pl.Expr:
    """A date written YYYY-MM-DD, else missing."""
    return _day(pl.col(column)).alias(column)


def _day(text: pl.Expr) -> pl.Expr:
    """The date the text is the one spelling of; the parser alone takes blanks for zeros."""
    day = text.str.to_date("%Y-%m-%d", strict=False)
    return pl.when(text.str.contains("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")).then(day)


def _periods(ours: pl.DataFrame) -> pl.DataFrame:
    """First day, last day and grain, from `period` or from period_start, period_end and grain."""
    if "period" not in ours.columns:
        return _stated_days(ours)
    if ours["period"].null_count() == ours.height:
        stated = _stated_days(ours)
    else:
        stated = _from_written(ours)
    if stated["period_end"].null_count() or stated["grain"].null_count():
        stated = _completed(stated, ours)
    return stated


def _stated_days(ours: pl.DataFrame) -> pl.DataFrame:
    """First and last day as stated; a feed of days says each twice, which is read once."""
    if ours["period_start"].equals(ours["period_end"]):
        started = ours.with_columns(_date("period_start"))
        return started.with_columns(pl.col("period_start").alias("period_end"))
    return ours.with_columns(_date("period_start"), _date("period_end"))


def _from_written(ours: pl.DataFrame) -> pl.DataFrame:
    """The first day and grain of a written period (2026, 2026-Q1, 2026-01, 2026-01-05)."""
    text = pl.col("period")
    size = text.str.len_bytes()
    quarter = text.str.extract(r"^\d{4}-Q([1-4])$").cast(pl.Int32)
    month = (quarter * 3 - 2).cast(pl.String).str.zfill(2)
    first: pl.Expr = (
        pl.when(quarter.is_not_null())
        .then(text.str.head(5) + month + "-01")
        .when(size == 4)
        .then(text + "-01-01")
        .when(size == 7)
        .then(text + "-01")
        .when(size == 10)
        .then(text)
    )
    grain = (
        pl.when(quarter.is_not_null())
        .then(pl.lit("quarter"))
        .when(size == 4)
        .then(pl.lit("year"))
        .when(size == 7)
        .then(pl.lit("month"))
        .when(size == 10)
        .then(pl.lit("day"))
    )
    stated = pl.col("grain")
    agrees = stated.is_null() | (stated == grain) | ((grain == "day") & stated.is_in(AT_A_DAY))
    written = pl.when(agrees).then(_day(first))
    first = pl.when(text.is_null()).then(_date("period_start")).otherwise(written)
    return ours.with_columns(
        first.alias("period_start"), pl.col("grain").fill_null(grain)
    ).with_columns(_date("period_end"))


def _completed(stated: pl.DataFrame, ours: pl.DataFrame) -> pl.DataFrame:
    """A grain follows from two whole days, a missing last day from the grain; nothing else does."""
    start, end = pl.col("period_start"), pl.col("period_end")
    whole: Any = pl.when(start == end).then(pl.lit("day"))
    for grain, length in _MONTHS.items():
        ends = start.dt.offset_by(length).dt.offset_by("-1d") == end
        whole = whole.when(_begins(grain) & ends).then(pl.lit(grain))
    last: Any = pl.when(pl.col("grain").is_in(["day", "point"])).then(start)
    for grain, length in _MONTHS.items():
        last = last.when(pl.col("grain") == grain).then(
            start.dt.offset_by(length).dt.offset_by("-1d")
        )
    last = last.when(pl.col("grain") == "week").then(start.dt.offset_by("6d"))
    unwritten = ours["period_end"].is_null()
    return stated.with_columns(pl.col("grain").fill_null(whole)).with_columns(
        pl.when(unwritten).then(last).otherwise(end).alias("period_end")
    )


def _begins(grain: str) -> pl.Expr:
    start = pl.col("period_start")
    first = start.dt.day() == 1
    if grain == "quarter":
        return first & start.dt.month().is_in([1, 4, 7, 10])
    return first & (start.dt.month() == 1) if grain == "year" else first


def _said(ours: pl.DataFrame) -> list[pl.Expr]:
    """Earliest and latest day of the statement; most name one day."""
    first = "said_from" if "said_from" in ours.columns else "as_of"
    return [_date(first).alias("said_from"), _date("as_of")]


def rounded(ours: pl.DataFrame) -> int:
    """How many values have more digits after the point than VALUE keeps."""
    text = pl.col("value")
    places = text.str.len_bytes().cast(pl.Int64) - text.str.find(".", literal=True) - 1
    fine = ours.lazy().filter((places > VALUE.scale) | text.str.contains_any(["e-", "E-"]))
    ends = fine.select(pl.col("value").str.strip_chars_end("0")).collect()
    kept = ends.filter((places > VALUE.scale) | text.str.contains_any(["e-", "E-"]))
    return kept.height


def _set(ours: pl.DataFrame) -> list[pl.Expr]:
    """Earliest and latest day a target was set; unreadable text becomes a day that is refused."""
    if "set_by" not in ours.columns:
        return []
    unreadable = pl.when(pl.col("set_by").is_not_null()).then(date.max)
    return [pl.coalesce(_date(day), unreadable).alias(day) for day in ("set_from", "set_by")]
