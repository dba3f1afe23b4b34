"""What is wrong with how a source of config/sources.toml says it is to be fetched."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ingest.fetching.address import (
    WEB,
    faults,
    is_address,
    listing_stores,
    literal_faults,
    scheme_of,
    secret_names,
    template_faults,
)

#: Formats that hold a hundred apps of which a few are ours: without an id none would be known.
_NEEDED = {"public.apple_chart": "app_store", "public.leaderboard": "artificial_analysis"}

#: Where a secret is due, words that name a way instead: Google Storage open to everybody, or by
#: the account of the machine.
_WAYS = {"options.token": ("anon", "google_default", "cloud")}


def declared_faults(
    source: Mapping[str, Any], stores: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Key and fault, for a source's table as it was read; `stores` have listings of apps.

    No fault repeats a value that may be a secret.
    """
    fetched = [file for file in source["files"] if is_address(file)]
    for file in source["files"]:
        if file in fetched:
            yield from (("files", fault) for fault in faults(file))
        elif "://" in file:
            yield (
                "files",
                f"'{scheme_of(file)}://' cannot be fetched; write http, https, s3, gs, sftp",
            )
    for key in ("headers", "query", "options"):
        for name, value in source[key].items():
            yield from ((f"{key}.{name}", fault) for fault in template_faults(value))
            if value not in _WAYS.get(f"{key}.{name}", ()):
                faulty = literal_faults("this", name, value)
                yield from ((f"{key}.{name}", fault) for fault in faulty)
    if source["address"] and is_address(source["address"]):
        yield from (("address", fault) for fault in faults(source["address"]))
    if source["page"] and source["next"]:
        yield "next", "a source has its next page by `page` or by `next`, not by both"
    on_web = any(scheme_of(file) in WEB for file in fetched)
    for key in ("headers", "query", "page", "next"):
        if source[key] and not on_web:
            yield key, "this is for files that are http:// or https:// addresses"
    if not source["private"] and any(_read_along(file, source) for file in fetched):
        yield (
            "files",
            "anybody between could read the secrets of an http:// address: write https://",
        )
    needed = {_NEEDED[source["format"]]} if source["format"] in _NEEDED else set()
    asked = needed | {
        store for text in [*fetched, *source["query"].values()] for store in listing_stores(text)
    }
    for store in sorted(asked - set(stores)) if source["enabled"] else []:
        yield (
            "files",
            f"no app of config/apps.toml has a listing '{store}', by which it is known there",
        )


def _read_along(address: str, source: Mapping[str, Any]) -> bool:
    told = [address, *source["query"].values(), *source["headers"].values()]
    return scheme_of(address) == "http" and any(map(secret_names, told))
