"""What a row must be to be loaded, as pandera schemas; each rule's name is what a person reads.

A rule holds for a missing value: that it is missing is one fault, said once, by `nullable`.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import pandera.polars as pa
import polars as pl

from ingest.config import Source
from ingest.normalise import RATE, VALUE
from ingest.vocabulary import (
    BASES,
    BELIEVABLE,
    BELIEVABLE_OTHER,
    BOUNDS,
    COUNTRIES,
    EARLIEST,
    GRAINS,
    KINDS,
    MONEY,
    PLATFORMS,
    QUALITIES,
    STORE_REPORTS,
    UNITS,
)

#: What a column must be for its text to be read at all; said when it cannot be.
READABLE = {
    "value": "must be a plain number such as 1234.56 (no symbol, no thousands mark, under 10^14)",
    "period_start": "must be a date or a period of the stated grain: 2026-01-31, 2026-01, 2026-Q1",
    "period_end": "must be a date such as 2026-01-31",
    "as_of": "must be the day it was said, such as 2026-01-31",
    "said_from": "must be the day it was said, such as 2026-01-31",
    "grain": "must be stated (day, week, month, quarter, year) for a period that is none of them",
    "event_date": "must be a date such as 2026-01-31",
    "unit": "must be stated in the row or as `unit` of the source in config/sources.toml",
    "basis": "must be stated in the row or as `basis` of the source in config/sources.toml",
    "rate_date": "must be a date such as 2026-01-31",
    "per_eur": "must be a plain number",
}

_COUNTRY_RULE = "must be a country, by its name or two letters of ISO 3166, or WW"
APP_RULE = "must be an app of config/apps.toml (its id, a name or an alias)"


def _rule(holds: pl.Expr, name: str) -> pa.Check:
    return pa.Check(lambda rows: rows.lazyframe.select(holds.fill_null(True)), name=name)


def _one_of(column: str, words: Collection[str], name: str) -> pa.Check:
    return _rule(pl.col(column).is_in(list(words)), name)


def observation_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of typed observations of a source."""
    disclosed = source.format == "disclosures"
    return pa.DataFrameSchema(
        {
            **({"set_by": pa.Column(pl.Date, _set_rules(), nullable=True)} if disclosed else {}),
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, APP_RULE)),
            "metric": pa.Column(pl.String, _metric_rules(source, disclosed)),
            "period_start": pa.Column(pl.Date, _period_rules(today)),
            "period_end": pa.Column(pl.Date, _span_rules()),
            "grain": pa.Column(pl.String, _one_of("grain", GRAINS, _listed(GRAINS))),
            "platform": pa.Column(pl.String, _one_of("platform", PLATFORMS, _listed(PLATFORMS))),
            "country": pa.Column(
                pl.String,
                _one_of("country", COUNTRIES, _COUNTRY_RULE),
            ),
            "value": pa.Column(VALUE, _value_rules(source)),
            "unit": pa.Column(pl.String, _unit_rules()),
            "basis": pa.Column(pl.String, _basis_rules(disclosed)),
            "kind": pa.Column(pl.String, _one_of("kind", KINDS, _listed(KINDS))),
            "bound": pa.Column(pl.String, _one_of("bound", BOUNDS, _listed(BOUNDS))),
            "quality": pa.Column(
                pl.String, _one_of("quality", QUALITIES, _listed(QUALITIES)), nullable=True
            ),
            "said_from": pa.Column(
                pl.Date,
                _rule(
                    pl.col("said_from") <= today + timedelta(days=1), "must not be in the future"
                ),
            ),
            "as_of": pa.Column(pl.Date, _as_of_rules()),
        }
    )


def event_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of events."""
    begun = _rule(pl.col("event_date") <= today, "must not be in the future")
    return pa.DataFrameSchema(
        {
            "event_date": pa.Column(pl.Date, begun),
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, APP_RULE)),
            "event": pa.Column(pl.String),
        }
    )


def rate_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of reference rates."""
    return pa.DataFrameSchema(
        {
            "rate_date": pa.Column(pl.Date, _rule(pl.col("rate_date") <= today, "must be past")),
            "currency": pa.Column(pl.String, _one_of("currency", MONEY, "must be a currency")),
            "per_eur": pa.Column(RATE, _rule(pl.col("per_eur") > 0, "must be above 0")),
        }
    )


def listing_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of an app's ids in stores and at vendors."""
    store, listing = pl.col("store"), pl.col("listing_id")
    fits = (
        pl.when(store == "app_store")
        .then(listing.str.contains(r"^\d+$"))
        .when(store == "google_play")
        .then(listing.str.contains(r"^[A-Za-z]\w*(\.\w+)+$"))
        .otherwise(listing.str.contains(r"^[0-9a-f]{24}$"))
    )
    said = _rule(pl.col("as_of") <= today + timedelta(days=1), "must not be in the future")
    return pa.DataFrameSchema(
        {
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, APP_RULE)),
            "listing_id": pa.Column(pl.String, _rule(fits, "must be an id as its store has them")),
            "as_of": pa.Column(pl.Date, said),
        }
    )


def _listed(words: Collection[str]) -> str:
    return "must be one of " + ", ".join(words)


def _metric_rules(source: Source, disclosed: bool) -> pa.Check:
    if disclosed:
        snake = pl.col("metric").str.contains(r"^[a-z][a-z0-9_]*$")
        return _rule(snake, "must be words in lower case joined by _")
    listed = ", ".join(source.metrics)
    return _one_of("metric", source.metrics, f"must be a metric of this source: {listed}")


def _period_rules(today: date) -> list[pa.Check]:
    start = pl.col("period_start")
    ahead = pl.col("kind").is_in(["guidance", "forecast"])
    return [
        _rule((start <= today) | ahead, f"must have begun by today, {today}"),
        _rule(start >= EARLIEST, f"must not be before {EARLIEST}"),
    ]


def _span_rules() -> list[pa.Check]:
    start, end, grain = pl.col("period_start"), pl.col("period_end"), pl.col("grain")
    first = start.dt.day() == 1
    months = (end.dt.year() - start.dt.year()) * 12 + end.dt.month() - start.dt.month()
    fits = (
        pl.when(grain == "day")
        .then(start == end)
        .when(grain == "week")
        .then((end - start).dt.total_days().is_between(0, 6))
        .when(grain == "month")
        .then(first & (months == 0))
        .when(grain == "quarter")
        .then(first & (months < 3))
        .when(grain == "year")
        .then(first & (months < 12))
        .otherwise(True)
    )
    return [
        _rule(end >= start, "must not be before the period starts"),
        _rule(fits | (end < start), "must fit the grain: a month starts on its 1st and ends in it"),
    ]


def _value_rules(source: Source) -> list[pa.Check]:
    value, metric = pl.col("value"), pl.col("metric")
    counted = metric.is_in(list(BELIEVABLE))
    of_store = pl.lit(source.format.partition(".")[0] in STORE_REPORTS)
    refunded = of_store & (pl.col("kind") == "reported") & (metric == "revenue")
    most = metric.replace_strict(BELIEVABLE, default=BELIEVABLE_OTHER, return_dtype=pl.Int64)
    return [
        _rule((value >= 0) | ~counted | refunded, "must not be negative"),
        _rule(value.abs() <= most.cast(VALUE), "must be within what is believable for its metric"),
    ]


def _unit_rules() -> list[pa.Check]:
    unit, metric = pl.col("unit"), pl.col("metric")
    fits = (
        pl.when(metric == "revenue")
        .then(unit.is_in(MONEY))
        .when(metric == "downloads")
        .then(unit == "downloads")
        .when(metric == "mau")
        .then(unit == "users")
        .otherwise(True)
    )
    return [
        _one_of("unit", UNITS, "must be a currency code or a unit of docs/data-formats.md"),
        _rule(fits | ~unit.is_in(list(UNITS)), "must fit its metric: money, downloads or users"),
    ]


def _basis_rules(disclosed: bool) -> list[pa.Check]:
    basis = pl.col("basis")
    rules = [_one_of("basis", BASES, _listed(BASES))]
    if not disclosed:
        money = pl.col("unit").is_in(MONEY)
        rules.append(
            _rule(money == (basis != "none"), "must say what money counts; 'none' is for counts")
        )
    return rules


def _set_rules() -> pa.Check:
    return _rule(
        pl.col("set_from") <= pl.col("as_of"),
        "must be a day, month or year, such as 2025-01, not after it was published",
    )


def _as_of_rules() -> pa.Check:
    past = pl.col("kind").is_in(["estimate", "reported", "press"])
    return _rule(
        (pl.col("as_of") >= pl.col("period_start")) | ~past,
        "must not be before the period it speaks of began",
    )
