"""Attention and standing: Wikimedia's page views, Artificial Analysis' video leaderboards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import polars as pl

from ingest.context import Context
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.public_rows import at, document, items, observations, text_rows
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

_BOARD = re.compile(
    r"(?:^|/)([a-z]+(?:-[a-z]+)*-to-video|video-editing)(?:-(with-audio))?(?:$|[/?.])"
)
_VIEWS = ("project", "article", "granularity", "timestamp", "access", "agent", "views")


def is_page_views(opened: Opened) -> str | None:
    """Items of which the first counts the views of an article."""
    listed = opened.first.get("items") if isinstance(opened.first, dict) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    fits = isinstance(first, dict) and {"article", "timestamp", "views"} <= set(first)
    return "" if fits else None


def read_page_views(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an article and day, or month."""
    found = items(opened, document(opened), "items")
    if found:
        yield text_rows([{key: at(item, key) for key in _VIEWS} for item in found])


def views_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Views of each article, by day or month; a month under way ends on the day it was said.

    Raises Unreadable for another granularity.
    """
    odd = rows.filter(~pl.col("granularity").is_in(["daily", "monthly"]).fill_null(False))
    if odd.height:
        raise Unreadable(
            sentence(
                "row {row} is '{said}', neither daily nor monthly",
                row=odd["row_no"][0],
                said=odd["granularity"][0],
            ),
            context.name,
            sentence("ask for daily or monthly views"),
        )
    said = context.require("as_of")["as_of"]
    stamp = pl.col("timestamp")
    day = stamp.str.slice(0, 4) + "-" + stamp.str.slice(4, 2) + "-" + stamp.str.slice(6, 2)
    first = day.str.to_date(strict=False)
    month_end = first.dt.month_end()
    last = pl.min_horizontal(month_end, pl.lit(date.fromisoformat(said)))
    monthly = pl.col("granularity") == "monthly"
    agent = pl.format("views by {}, {}", pl.col("agent").fill_null("all"), "access")
    ours = observations(
        rows,
        app_id=pl.col("article"),
        metric="page_views",
        value_column="views",
        value=pl.col("views"),
        unit="views",
        period_start=day,
        period_end=pl.when(monthly).then(last).otherwise(first),
        grain=pl.when(monthly).then(pl.lit("month")).otherwise(pl.lit("day")),
        as_of=said,
        platform="all",
        country="WW",
        scope=pl.format("{}: {}", "project", "article"),
        publisher="Wikimedia",
        address=pl.format("https://{}.org/wiki/{}", "project", "article"),
        note=agent,
    )
    return ours, []


def is_leaderboard(opened: Opened) -> str | None:
    """Data of which the first is a model with a rating."""
    listed = opened.first.get("data") if isinstance(opened.first, dict) else None
    first = listed[0] if isinstance(listed, list) and listed else None
    return "" if isinstance(first, dict) and {"name", "elo"} <= set(first) else None


def read_leaderboard(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row a model."""
    keys = ("id", "name", "slug", "elo", "rank", "ci95", "appearances", "release_date")
    found = items(opened, document(opened), "data")
    if found:
        yield text_rows([{key: at(item, key) for key in keys} for item in found])


def leaderboard_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Rating and rank of each model; its name tells the versions of one app apart.

    Raises Question when the address does not say which leaderboard it is.
    """
    named = _BOARD.search(context.name)
    board = " ".join(filter(None, named.groups())) if named else None
    board = board or context.require("scope")["scope"]
    day = context.require("as_of")["as_of"]
    long = rows.unpivot(
        on=["elo", "rank"],
        index=[column for column in rows.columns if column not in ("elo", "rank")],
        variable_name="metric",
        value_name="value",
    ).filter(pl.col("value").is_not_null())
    ours = observations(
        long.sort("row_no", maintain_order=True),
        app_id=pl.col("slug").fill_null(pl.col("name")),
        metric=pl.col("metric"),
        value_column=pl.col("metric"),
        value=pl.col("value"),
        unit=pl.col("metric"),
        period_start=day,
        period_end=day,
        grain="point",
        as_of=day,
        platform="all",
        country="WW",
        scope=pl.format("{}: {}", pl.lit(board), pl.col("name")),
        publisher="Artificial Analysis",
        address="https://artificialanalysis.ai/",
        note=pl.format(
            "95% interval {}, {} appearances",
            pl.col("ci95").fill_null("not said"),
            pl.col("appearances").fill_null("unsaid"),
        ),
    )
    return ours, ["release_date"]


FORMATS = (
    Format(
        name="public.page_views",
        title="Wikimedia: how often an article was read",
        table="observation",
        key=KEY,
        to_ours=views_to_ours,
        recognise=is_page_views,
        read=read_page_views,
        asks_for_apps=True,
    ),
    Format(
        name="public.leaderboard",
        title="Artificial Analysis: rating and rank of video models",
        table="observation",
        key=KEY,
        to_ours=leaderboard_to_ours,
        recognise=is_leaderboard,
        read=read_leaderboard,
        asks_for_apps=True,
    ),
)
