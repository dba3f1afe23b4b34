"""Sensor Tower's wide chart export: a row a month or day, a column an app.

Headers carry app names as the stores show them; country, and often platform, are in no cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import polars as pl

from ingest.context import Context
from ingest.formats.cells import figure, is_below
from ingest.formats.columns import refuse_missing, trimmed
from ingest.formats.csv_rows import csv_batches
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_web_periods import periods, started
from ingest.formats.sensor_tower_web_rows import described
from ingest.formats.sensor_tower_web_said import (
    METRICS,
    PLATFORMS,
    country_in_name,
    plain,
    platform_in_name,
    users_in_name,
)
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: The column of periods by its name, and the grain the name states.
PERIODS = {
    "month": "month",
    "月份": "month",
    "week": "week",
    "quarter": "quarter",
    "year": "year",
    "day": "day",
    "date": None,
    "日期": None,
}
#: Columns and rows that are no app and no period: the rest of a selection, and sums.
REST = ("other", "others", "其他", "其它")
SUMS = ("total", "totals", "grand total", "sum", "合计", "合計", "总计", "總計")

_SUFFIXES = (*METRICS, "active users", "rpd ($)", "rpd", "arpdau ($)", "arpdau")
_METRIC = "|".join(re.escape(suffix) for suffix in sorted(_SUFFIXES, key=len, reverse=True))
_COLUMN = re.compile(
    rf"^(?P<app>.*?\S)\s+(?:\((?P<platform>unified|ios|android)\)\s+)?(?P<metric>{_METRIC})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Column:
    """What one header of the export says."""

    header: str
    app: str
    metric: str  # as written, in lower case
    platform: str | None


def column(header: str) -> Column | None:
    """The app and metric a header names, or None when it is no figure of an app."""
    found = _COLUMN.match(" ".join(header.split()))
    if found is None:
        return None
    platform = PLATFORMS.get((found["platform"] or "").lower())
    return Column(header, found["app"], found["metric"].lower(), platform)


def recognise(opened: Opened) -> str | None:
    """Wide when one column is of periods, others name an app and a metric, and none only one."""
    names = [plain(name) for name in opened.columns]
    is_rows = any(name in METRICS or name in ("unified name", "app name") for name in names)
    periodic = [name for name in names if name in PERIODS]
    apps = [name for name in opened.columns if column(name)]
    return "" if len(periodic) == 1 and apps and not is_rows else None


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """The rows, once no two columns have one name.

    Raises Unreadable that names the apps: two apps may be sold under one title.
    """
    header = opened.columns
    twice = [name for name in dict.fromkeys(header) if header.count(name) > 1]
    if twice:
        apps = ", ".join(f"'{found.app if (found := column(name)) else name}'" for name in twice)
        raise Unreadable(
            sentence(
                "row 1 names {apps} more than once: two apps of one name, and nothing tells"
                " them apart",
                apps=apps,
            ),
            opened.name,
            sentence(
                "export each of them by itself and answer which app it is, or take the long"
                " export, which has their ids"
            ),
        )
    return csv_batches(opened.text)


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, one figure a cell, and the columns and rows passed over.

    Raises Unreadable when no column is of a metric of the source, Question for what neither
    header nor file name says.
    """
    rows = trimmed(rows)
    date_column = _date_column(rows.columns, context.name)
    columns, passed = _chosen(rows.columns, date_column, context)
    said = _said(columns, context)
    in_sum = pl.col(date_column).str.to_lowercase().is_in(SUMS).fill_null(False)
    sums = rows.filter(in_sum)
    passed += [f"row {number:,} (a sum of the others)" for number in sums["row_no"]]
    cells = rows.filter(~in_sum).unpivot(
        on=[one.header for one in columns],
        index=["row_no", date_column],
        variable_name="value_column",
        value_name="text",
    )
    if below := cells.filter(is_below(pl.col("text"))).height:
        passed.append(f"{below:,} cells below what the vendor shows")
    figures = _figures(cells, date_column, columns, said)
    stated = PERIODS[plain(date_column)]
    spans = periods(figures["start"], stated, said["as_of"], context)
    dated = figures.join(spans, on="start", how="left", maintain_order="left")
    return described(dated, said["as_of"], context), passed


def _date_column(columns: Sequence[str], name: str) -> str:
    dated = [column for column in columns if plain(column) in PERIODS]
    if not dated:
        refuse_missing(columns, ["Date"], name)
    return dated[0]


def _chosen(
    headers: Sequence[str], date_column: str, context: Context
) -> tuple[list[Column], list[str]]:
    """The columns to take, and those passed over with the reason."""
    chosen, passed = [], []
    for header in headers:
        found = column(header)
        if found and found.app.lower() in (*REST, *SUMS):
            passed.append(f"{header} (the rest of the selection or its sum, no app)")
        elif found and _metric(found, context) in context.source.metrics:
            chosen.append(found)
        elif found:
            passed.append(f"{header} (not among the source's metrics)")
        elif header not in (date_column, "row_no"):
            passed.append(header)
    if not chosen:
        raise Unreadable(
            sentence(
                "it has no figures of the source's metrics ({metrics})",
                metrics=", ".join(context.source.metrics),
            ),
            context.name,
            sentence("list its metric in `metrics` of the source in config/sources.toml"),
        )
    return chosen, passed


def _metric(found: Column, context: Context) -> str | None:
    """Ours; which active users an unnamed kind is, the file name or a person says."""
    if found.metric == "active users":
        return users_in_name(context.name) or context.require("metric")["metric"]
    return METRICS.get(found.metric)


def _said(columns: list[Column], context: Context) -> dict[str, str]:
    """Day, country, platform and metric for the file, all that is missing asked at once."""
    said = {"country": country_in_name(context.name)}
    if any(one.platform is None for one in columns):
        said["platform"] = platform_in_name(context.name)
    words = context.require("as_of", *(key for key, word in said.items() if word is None))
    users = {"users": users_in_name(context.name) or context.word("metric") or ""}
    return words | users | {key: word for key, word in said.items() if word is not None}


def _figures(
    cells: pl.DataFrame, date_column: str, columns: list[Column], said: dict[str, str]
) -> pl.DataFrame:
    """A figure a cell that states one."""
    of_column = pl.DataFrame(
        [
            (
                one.header,
                one.app,
                METRICS.get(one.metric) or said["users"],
                one.platform or said["platform"],
            )
            for one in columns
        ],
        schema=["value_column", "app", "metric", "platform"],
        orient="row",
    )
    return (
        cells.with_columns(
            figure(pl.col("text")).alias("value"), started(pl.col(date_column)).alias("start")
        )
        .filter(pl.col("value").is_not_null())
        .join(of_column, on="value_column", how="left", maintain_order="left")
        .with_columns(pl.lit(said["country"]).alias("country"), note=pl.lit(None, pl.String))
        .sort("row_no", maintain_order=True)
    )
