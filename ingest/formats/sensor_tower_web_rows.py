"""Sensor Tower's web exports of one row an app, date and platform: long, active users, top apps.

UTF-16 with tabs under the name .csv, most often; what is read is found by the columns' names.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import polars as pl

from ingest.context import Context
from ingest.formats.cells import is_below
from ingest.formats.columns import refuse_missing, trimmed
from ingest.formats.csv_rows import csv_batches
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_web_periods import periods, started
from ingest.formats.sensor_tower_web_said import (
    DEVICES,
    METRICS,
    PLATFORMS,
    UNITS,
    country,
    country_in_name,
    grain_of_dates,
    period_in_name,
    plain,
    platform_in_name,
)
from ingest.formats.sensor_tower_web_sums import summed
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: About how many rows of a file are added up at a time.
PART_ROWS = 200_000
#: Columns that say which app a row is of, the best first: a name is a store title, and changes.
APPS = ("unified id", "app id", "unified name", "app name")
_COUNTRY = ("country/region", "country", "country code", "region")
#: What the parts of a large file are told of the whole, for one part may have a single date.
_GRAIN = "grain of all dates"
_NOTHING = pl.lit(None, pl.String)


def sums_together(opened: Opened) -> Iterator[pl.DataFrame]:
    """The file's rows in batches that hold all rows of an app and date, for these are added up.

    Memory holds a part of a large file at a time; its parts wait in the work folder.
    """
    batches = csv_batches(opened.text)
    count = opened.text.lines // PART_ROWS + 1
    if count == 1:
        yield from batches
        return
    dates: set[date] = set()
    for number, batch in enumerate(batches):
        dates |= _dates(batch)
        key = [*_first_of(APPS, batch), *_first_of(("date",), batch)]
        sums = pl.concat_str(key, separator="\t", ignore_nulls=True)
        for (part,), rows in batch.group_by(sums.hash(seed=0) % count, maintain_order=True):
            rows.write_parquet(opened.work / f"part-{part}-{number}.parquet")
    grain = pl.lit(grain_of_dates(dates), pl.String).alias(_GRAIN)
    for part in range(count):
        paths = sorted(opened.work.glob(f"part-{part}-*.parquet"))
        if paths:
            rows = pl.concat([pl.read_parquet(path, glob=False) for path in paths])
            yield rows.sort("row_no").with_columns(grain)


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, one figure an app, date, country and platform; columns passed over.

    Raises Unreadable when a needed column is missing, Question for what the file does not say.
    """
    rows = _dated(trimmed(rows), context.name)
    found = {plain(column): column for column in rows.columns}
    refuse_missing(found, ["date", *([] if found.keys() & {*APPS} else APPS[:1])], context.name)
    metrics, passed = _metrics(found, context)
    stated = _stated(rows, found, context)
    cells = _cells(rows, found, metrics, stated, context)
    figures = summed(cells, context.name)
    below = cells.filter(is_below(pl.col("text"))).height
    if below:
        passed.append(f"{below:,} cells below what the vendor shows")
    grain = rows[_GRAIN][0] if _GRAIN in rows.columns else None
    return _ours(figures, grain, stated["as_of"], context), passed


def _dated(rows: pl.DataFrame, name: str) -> pl.DataFrame:
    """The rows with the first day of the file name's period as date, where none has a date."""
    column = _first_of(("date",), rows)
    is_part = _GRAIN in rows.columns
    has_dates = bool(column) and (is_part or rows[column[0]].null_count() < rows.height)
    period = None if has_dates else period_in_name(name)
    first = pl.lit(str(period[0]) if period else None, pl.String)
    return rows.with_columns(first.alias(column[0] if column else "Date")) if period else rows


def _first_of(names: tuple[str, ...], rows: pl.DataFrame) -> list[str]:
    """The first of the named columns that a file has, as a list of one, or of none."""
    found = {plain(column): column for column in rows.columns}
    return [found[name] for name in names if name in found][:1]


def _dates(rows: pl.DataFrame) -> set[date]:
    if not (column := _first_of(("date",), rows)):
        return set()
    texts = rows.select(pl.col(column).str.strip_chars().unique())
    starts = texts.select(started(pl.col(texts.columns)))
    return {*starts.to_series().str.to_date("%Y-%m-%d", strict=False).drop_nulls()}


def _metrics(found: dict[str, str], context: Context) -> tuple[dict[str, str], list[str]]:
    """Column → metric of the figures to take, and the columns passed over with the reason."""
    known = {*APPS, *_COUNTRY, "date", "platform", "device", "row_no", _GRAIN}
    metrics: dict[str, str] = {}
    passed = []
    for name, column in found.items():
        metric = METRICS.get(name)
        if metric in context.source.metrics and metric not in metrics.values():
            metrics[column] = metric
        elif metric in metrics.values():
            passed.append(f"{column} (its metric is taken from another column)")
        elif metric:
            passed.append(f"{column} ({metric} is not among the source's metrics)")
        elif name not in known:
            passed.append(column + (" (growth is computed here)" if "growth" in name else ""))
    if not metrics:
        raise Unreadable(
            sentence(
                "it has no figures of the source's metrics ({metrics})",
                metrics=", ".join(context.source.metrics),
            ),
            context.name,
            sentence("list its metric in `metrics` of the source in config/sources.toml"),
        )
    return metrics, passed


def _stated(rows: pl.DataFrame, found: dict[str, str], context: Context) -> dict[str, str]:
    """What holds for the whole file: day said; country and platform where no column has them."""
    said: dict[str, str | None] = {}
    if not _has(rows, found, _COUNTRY):
        said["country"] = country_in_name(context.name)
    if not _has(rows, found, ["platform"]):
        said["platform"] = platform_in_name(context.name)
    words = context.require("as_of", *(key for key, word in said.items() if word is None))
    return words | {key: word for key, word in said.items() if word is not None}


def _has(rows: pl.DataFrame, found: dict[str, str], names: tuple[str, ...] | list[str]) -> bool:
    """Whether one of the columns has a word in every row."""
    columns = [found[name] for name in names if name in found]
    return bool(columns) and rows[columns[0]].null_count() == 0


def _cells(
    rows: pl.DataFrame,
    found: dict[str, str],
    metrics: dict[str, str],
    stated: dict[str, str],
    context: Context,
) -> pl.DataFrame:
    """One row a cell with a figure: what it is of, its row, its column and its text."""

    def column(*names: str) -> pl.Expr:
        return pl.coalesce(*(found[name] for name in names if name in found), _NOTHING)

    platform = column("platform").str.to_lowercase()
    device = pl.coalesce(column("device").str.to_lowercase(), platform).replace_strict(
        DEVICES, default=None, return_dtype=pl.String
    )
    of_device = dict.fromkeys(DEVICES, "ios")
    word = {key: pl.lit(stated.get(key), pl.String) for key in ("country", "platform")}
    places = {text: country(text) for text in _texts(rows.select(column(*_COUNTRY)))}
    dates = rows.select(column("date").alias("text")).drop_nulls().unique()
    starts = dict(dates.with_columns(started(pl.col("text")).alias("start")).iter_rows())
    named = rows.select(
        "row_no",
        column(*APPS).alias("app"),
        column("unified name", "app name").alias("app_name"),
        pl.coalesce(column("app id"), column("app name")).alias("sku"),
        column("date").replace(starts).alias("start"),
        column(*_COUNTRY).replace(places).fill_null(word["country"]).alias("country"),
        platform.replace({**PLATFORMS, **of_device}).fill_null(word["platform"]).alias("platform"),
        device.alias("device"),
        *metrics,
    )
    return named.unpivot(
        on=list(metrics),
        index=named.columns[:8],
        variable_name="value_column",
        value_name="text",
    ).with_columns(pl.col("value_column").replace(metrics).alias("metric"))


def _texts(rows: pl.DataFrame) -> list[str]:
    texts: list[str] = rows.to_series().drop_nulls().unique().to_list()
    return texts


def _ours(figures: pl.DataFrame, grain: str | None, as_of: str, context: Context) -> pl.DataFrame:
    """The summed figures as text columns of ours. MAU are of a month whatever the dates show, but
    for those averaged over a period.
    """
    over_period = pl.col("value_column").str.contains("(?i)absolute|average")
    of_users = (pl.col("metric") == "mau") & ~over_period
    spans = pl.concat(
        [
            periods(of_one["start"], stated, as_of, context).with_columns(monthly=pl.lit(monthly))
            for of_one, stated, monthly in (
                (figures.filter(of_users), "month", True),
                (figures.filter(~of_users), grain, False),
            )
        ]
    )
    dated = figures.with_columns(monthly=of_users).join(
        spans, on=["start", "monthly"], how="left", maintain_order="left"
    )
    return described(dated, as_of, context)


def described(dated: pl.DataFrame, as_of: str, context: Context) -> pl.DataFrame:
    """Figures with period, country and platform as all text columns of ours.

    A date that cannot be read stays as written, to be refused with its row.
    """
    unit = pl.col("metric").replace_strict(UNITS, default=context.word("unit") or "USD")
    money = pl.col("metric") == "revenue"
    basis = pl.when(money).then(pl.lit(context.word("basis") or "net_of_store"))
    title = [name for name in ("app_name",) if name in dated.columns]
    missing = dict.fromkeys(("scope", "issuer", "publisher", "address", "quality"), _NOTHING)
    return dated.select(
        "row_no",
        "value_column",
        pl.col("app").alias("app_id"),
        "metric",
        pl.coalesce("period_start", "start").alias("period_start"),
        "period_end",
        "grain",
        "platform",
        "country",
        "value",
        unit.alias("unit"),
        basis.otherwise(pl.lit("none")).alias("basis"),
        pl.lit(context.source.kind).alias("kind"),
        pl.lit("exact").alias("bound"),
        "note",
        pl.lit(as_of).alias("as_of"),
        *title,
        **missing,
    )
