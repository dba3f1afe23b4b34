"""Apple's free feeds: top charts (legacy RSS), and the App Store's look-up of single apps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import polars as pl

from ingest.context import Context
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.public_rows import at, document, items, observations, text_rows
from ingest.formats.snapshot import KEY

PUBLISHER = "Apple App Store"

_CHART = re.compile(r"(?:^|/)([a-z]{2})/rss/(top[a-z]+)/(?:limit=\d+/)?(?:genre=(\d+)/)?")
_STORE = re.compile(r"[?&]country=([A-Za-z]{2})(?:&|$)")
_CHARTS = {
    "topgrossingapplications": "top grossing on iPhone",
    "topgrossingipadapplications": "top grossing on iPad",
    "topfreeapplications": "top free on iPhone",
    "topfreeipadapplications": "top free on iPad",
    "toppaidapplications": "top paid on iPhone",
    "toppaidipadapplications": "top paid on iPad",
}


def is_chart(opened: Opened) -> str | None:
    """A feed whose entries, if any, are apps."""
    feed = opened.first.get("feed") if isinstance(opened.first, dict) else None
    if not isinstance(feed, dict) or not isinstance(feed.get("updated"), dict):
        return None
    entry = feed.get("entry")
    entry = entry[0] if isinstance(entry, list) and entry else entry
    return "" if entry is None or (isinstance(entry, dict) and "im:name" in entry) else None


def read_chart(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an entry: its place, its app, and which chart it is, as the feed says it."""
    content = document(opened)
    feed = content.get("feed") if isinstance(content, dict) else None
    entries = items(opened, feed, "entry")
    rows = [
        {
            "rank": str(place),
            "im:id": at(entry, "id", "attributes", "im:id"),
            "im:name": at(entry, "im:name", "label"),
            "link": at(entry, "id", "label"),
            "entries": str(len(entries)),
            "updated": at(feed, "updated", "label"),
            "self": _self(feed),
        }
        for place, entry in enumerate(entries, start=1)
    ]
    if rows:
        yield text_rows(rows)


def _self(feed: Any) -> str | None:
    """The feed's own address, which names country, chart and genre."""
    links = feed.get("link") if isinstance(feed, dict) else None
    listed = links if isinstance(links, list) else [links]
    found = [at(feed, "id", "label"), *(at(link, "attributes", "href") for link in listed)]
    return next((text for text in found if text and _CHART.search(text)), None)


def chart_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """A rank for each entry, on the day of the chart in UTC; what is not in it has none.

    Raises Question when neither the feed nor its address says which chart it is.
    """
    named = _CHART.search(rows["self"][0] or "") or _CHART.search(context.name)
    if named:
        country = named[1].upper()
        scope = _CHARTS.get(named[2], named[2]) + (f", genre {named[3]}" if named[3] else "")
    else:
        country, scope = context.require("country", "scope").values()
    day = _utc_day(rows["updated"][0]) or context.require("as_of")["as_of"]
    ours = observations(
        rows,
        app_id=pl.col("im:id").fill_null(pl.col("im:name")),
        metric="rank",
        value=pl.col("rank"),
        unit="rank",
        period_start=day,
        period_end=day,
        grain="point",
        as_of=day,
        platform="ios",
        country=country,
        scope=scope,
        publisher=PUBLISHER,
        address=pl.col("link"),
        note=pl.format("'{}', among {} entries", pl.col("im:name").fill_null("?"), "entries"),
    )
    return ours, []


def _utc_day(moment: str | None) -> str | None:
    """The day in UTC of a moment with its zone, such as 2026-11-23T20:01:02-07:00."""
    try:
        read = datetime.fromisoformat(moment or "")
        return read.astimezone(UTC).date().isoformat() if read.tzinfo else None
    except (ValueError, OverflowError):  # no moment, or one beyond all years
        return None


def is_lookup(opened: Opened) -> str | None:
    """An answer about single apps."""
    return "" if {"resultCount", "results"} <= opened.keys else None


def read_lookup(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an app of the answer."""
    keys = (
        "trackId trackName userRatingCount averageUserRating version currentVersionReleaseDate"
        " trackViewUrl kind"
    ).split()
    results = items(opened, document(opened), "results")
    rows = [{key: at(result, key) for key in keys} for result in results]
    if rows:
        yield text_rows(rows)


def ratings_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """How many have rated each app in one country's store, up to the day of the look-up."""
    country = _store_of(context) or context.require("country")["country"]
    day = context.require("as_of")["as_of"]
    counted = rows.filter(pl.col("userRatingCount").is_not_null())
    ours = observations(
        counted,
        app_id=pl.col("trackId").fill_null(pl.col("trackName")),
        metric="rating_count",
        value_column="userRatingCount",
        value=pl.col("userRatingCount"),
        unit="ratings",
        period_start=day,
        period_end=day,
        grain="point",
        as_of=day,
        platform="ios",
        country=country,
        scope="ratings of all versions",
        publisher=PUBLISHER,
        address=pl.col("trackViewUrl"),
    )
    return ours, ["averageUserRating"]


def releases_to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """The version each app is at, as an event of the day it was released."""
    known = rows.filter(pl.col("version").is_not_null())
    ours = known.select(
        pl.col("row_no"),
        pl.col("currentVersionReleaseDate").str.slice(0, 10).alias("event_date"),
        pl.col("trackId").fill_null(pl.col("trackName")).alias("app_id"),
        pl.format(
            "{} {} released on the App Store", pl.col("trackName").fill_null("App"), "version"
        ).alias("event"),
        pl.lit("app_release").alias("kind"),
        pl.col("trackViewUrl").alias("address"),
    )
    return ours, []


def _store_of(context: Context) -> str | None:
    """The country a look-up asked; without one Apple answers from the United States."""
    asked = _STORE.search(context.name)
    return asked[1].upper() if asked else None


FORMATS = (
    Format(
        name="public.apple_chart",
        title="Apple's top charts (legacy RSS): the rank of each app in it",
        table="observation",
        key=KEY,
        to_ours=chart_to_ours,
        recognise=is_chart,
        read=read_chart,
        asks_for_apps=True,
    ),
    Format(
        name="public.app_ratings",
        title="Apple's look-up of apps: how many have rated each",
        table="observation",
        key=KEY,
        to_ours=ratings_to_ours,
        recognise=is_lookup,
        read=read_lookup,
        asks_for_apps=True,
    ),
    Format(
        name="public.app_releases",
        title="Apple's look-up of apps: the version each is at, as an event",
        table="event",
        key=("event_date", "app_id", "event", "kind", "address"),
        to_ours=releases_to_ours,
        recognise=is_lookup,
        read=read_lookup,
        asks_for_apps=True,
    ),
)
