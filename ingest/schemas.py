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
from ingest.sentences import rules
from ingest.sentences.form import Sentence
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


def _rule(holds: pl.Expr, name: Sentence) -> pa.Check:
    return pa.Check(lambda rows: rows.lazyframe.select(holds.fill_null(True)), name=name)


def _one_of(column: str, words: Collection[str], name: Sentence) -> pa.Check:
    return _rule(pl.col(column).is_in(list(words)), name)


def observation_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of typed observations of a source."""
    disclosed = source.format == "disclosures"
    return pa.DataFrameSchema(
        {
            **({"set_by": pa.Column(pl.Date, _set_rules(), nullable=True)} if disclosed else {}),
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, rules.APP())),
            "metric": pa.Column(pl.String, _metric_rules(source, disclosed)),
            "period_start": pa.Column(pl.Date, _period_rules(today)),
            "period_end": pa.Column(pl.Date, _span_rules()),
            "grain": pa.Column(pl.String, _one_of("grain", GRAINS, _listed(GRAINS))),
            "platform": pa.Column(pl.String, _one_of("platform", PLATFORMS, _listed(PLATFORMS))),
            "country": pa.Column(
                pl.String,
                _one_of("country", COUNTRIES, rules.COUNTRY()),
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
                _rule(pl.col("said_from") <= today + timedelta(days=1), rules.NOT_AHEAD()),
            ),
            "as_of": pa.Column(pl.Date, _as_of_rules()),
        }
    )


def event_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of events."""
    begun = _rule(pl.col("event_date") <= today, rules.NOT_AHEAD())
    return pa.DataFrameSchema(
        {
            "event_date": pa.Column(pl.Date, begun),
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, rules.APP())),
            "event": pa.Column(pl.String),
        }
    )


def rate_schema(apps: Collection[str], source: Source, today: date) -> pa.DataFrameSchema:
    """The schema of one batch of reference rates."""
    return pa.DataFrameSchema(
        {
            "rate_date": pa.Column(pl.Date, _rule(pl.col("rate_date") <= today, rules.PAST())),
            "currency": pa.Column(pl.String, _one_of("currency", MONEY, rules.CURRENCY())),
            "per_eur": pa.Column(RATE, _rule(pl.col("per_eur") > 0, rules.ABOVE_NOTHING())),
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
    said = _rule(pl.col("as_of") <= today + timedelta(days=1), rules.NOT_AHEAD())
    return pa.DataFrameSchema(
        {
            "app_id": pa.Column(pl.String, _one_of("app_id", apps, rules.APP())),
            "listing_id": pa.Column(pl.String, _rule(fits, rules.LISTING())),
            "as_of": pa.Column(pl.Date, said),
        }
    )


def _listed(words: Collection[str]) -> Sentence:
    return rules.ONE_OF(words=", ".join(words))


def _metric_rules(source: Source, disclosed: bool) -> pa.Check:
    if disclosed:
        snake = pl.col("metric").str.contains(r"^[a-z][a-z0-9_]*$")
        return _rule(snake, rules.SNAKE())
    listed = rules.METRIC(words=", ".join(source.metrics))
    return _one_of("metric", source.metrics, listed)


def _period_rules(today: date) -> list[pa.Check]:
    start = pl.col("period_start")
    ahead = pl.col("kind").is_in(["guidance", "forecast"])
    return [
        _rule((start <= today) | ahead, rules.BEGUN(day=today)),
        _rule(start >= EARLIEST, rules.NOT_BEFORE(day=EARLIEST)),
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
        _rule(end >= start, rules.IN_ORDER()),
        _rule(fits | (end < start), rules.FIT_GRAIN()),
    ]


def _value_rules(source: Source) -> list[pa.Check]:
    value, metric = pl.col("value"), pl.col("metric")
    counted = metric.is_in(list(BELIEVABLE))
    of_store = pl.lit(source.format.partition(".")[0] in STORE_REPORTS)
    refunded = of_store & (pl.col("kind") == "reported") & (metric == "revenue")
    most = metric.replace_strict(BELIEVABLE, default=BELIEVABLE_OTHER, return_dtype=pl.Int64)
    return [
        _rule((value >= 0) | ~counted | refunded, rules.NOT_NEGATIVE()),
        _rule(value.abs() <= most.cast(VALUE), rules.BELIEVABLE()),
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
        _one_of("unit", UNITS, rules.UNIT()),
        _rule(fits | ~unit.is_in(list(UNITS)), rules.FIT_METRIC()),
    ]


def _basis_rules(disclosed: bool) -> list[pa.Check]:
    basis = pl.col("basis")
    held = [_one_of("basis", BASES, _listed(BASES))]
    if not disclosed:
        money = pl.col("unit").is_in(MONEY)
        held.append(_rule(money == (basis != "none"), rules.BASIS()))
    return held


def _set_rules() -> pa.Check:
    return _rule(
        pl.col("set_from") <= pl.col("as_of"),
        rules.SET_ON(),
    )


def _as_of_rules() -> pa.Check:
    past = pl.col("kind").is_in(["estimate", "reported", "press"])
    return _rule(
        (pl.col("as_of") >= pl.col("period_start")) | ~past,
        rules.SAID_SINCE(),
    )
