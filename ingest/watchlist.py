"""The configuration as the warehouse keeps it: apps, listings, sources, ranks, headline targets."""

from __future__ import annotations

from typing import Any

from ingest.config import App, Config, Headline, Source


def watchlist(config: Config) -> dict[str, list[dict[str, Any]]]:
    """One list of rows for each of raw.app, app_listing, source, source_rank and headline."""
    return {
        "apps": [_app(app) for app in config.apps],
        "listings": [
            {"app_id": app.app_id, "store": store, "listing_id": listing}
            for app in config.apps
            for store, listing in app.listings
        ],
        "sources": [_source(source) for source in config.sources],
        "source_ranks": [rank for source in config.sources for rank in _ranks(source)],
        "headlines": [_headline(headline) for headline in config.headlines],
    }


def _app(app: App) -> dict[str, Any]:
    return {
        "app_id": app.app_id,
        "name_en": app.name_en,
        "name_zh": app.name_zh,
        "kind": app.kind,
        "publisher": app.publisher,
        "ticker": app.ticker,
        "position": app.position,
        "tracked": app.tracked,
        "colour": app.colour,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "source_id": source.source_id,
        "producer": source.producer,
        "address": source.address,
        "licence": source.licence,
        "format": source.format,
        "unit": source.unit,
        "basis": source.basis,
        "covers": source.covers,
        "schedule": source.schedule,
        "max_age_days": source.max_age_days,
        "illustrative": source.illustrative,
        "enabled": source.enabled,
        "rejected_share": source.rejected_share,
    }


def _ranks(source: Source) -> list[dict[str, Any]]:
    ranks = {"*": source.rank, **source.ranks}
    return [
        {"source_id": source.source_id, "metric": metric, "rank": rank}
        for metric, rank in ranks.items()
    ]


def _headline(headline: Headline) -> dict[str, Any]:
    return {
        "app_id": headline.app_id,
        "metric": headline.metric,
        "period_start": headline.period.start.isoformat(),
        "period_end": headline.period.end.isoformat(),
        "issuer": headline.issuer,
    }
