"""A figure that somebody read in an article or heard in a call, with its source, as a file of ours.

It takes the same way as any file, is withdrawn like any file, and says who said it, where and when.
"""

from __future__ import annotations

import argparse
import json
import uuid
from collections.abc import Mapping
from pathlib import Path

from ingest.config import Config
from ingest.period import read_period
from ingest.vocabulary import BOUNDS, QUALITIES, UNITS
from warehouse.amounts import read_amount
from warehouse.clock import today
from warehouse.errors import TrackerError
from warehouse.files import write_durably
from warehouse.paths import Store

SOURCE = "by-hand"

#: option → (whether it must be given, what it is)
OPTIONS = {
    "app": (True, "id or name of config/apps.toml"),
    "metric": (True, "revenue, gross_receipts, arr, mau and others"),
    "value": (True, "a number, with K, M, B, 万 or 亿 behind it if you like"),
    "unit": (True, "a currency, users, percent and others"),
    "period": (True, "2026, 2026-Q1, 2026-01 or 2026-01-05"),
    "kind": (True, "reported, guidance, forecast, third_party_estimate, run_rate or press"),
    "bound": (False, "exact, approx, at_least or at_most [exact]"),
    "publisher": (True, "who published it"),
    "address": (True, "where it can be read"),
    "said": (True, "the day it was said; a month or a year counts from its last day"),
    "issuer": (False, "whose guidance or forecast it is"),
    "scope": (False, "what it covers, in the source's words"),
    "quality": (False, "company, secondary or weak [secondary]"),
    "note": (False, "caveats"),
}
_KINDS = ("reported", "guidance", "forecast", "third_party_estimate", "run_rate", "press")
_CLOSED = {"kind": _KINDS, "bound": BOUNDS, "quality": QUALITIES, "unit": sorted(UNITS)}


def add_options(command: argparse.ArgumentParser) -> None:
    """The arguments of `ingest add`."""
    for option, (needed, text) in OPTIONS.items():
        command.add_argument(f"--{option}", required=needed, help=text, metavar="…")


def write_figure(words: Mapping[str, str | None], config: Config, store: Store) -> Path:
    """Put the figure into the inbox as a file of source `by-hand`, and return its path.

    Raises TrackerError naming the first word that cannot be meant.
    """
    config.source(SOURCE)
    row = _row({key: word for key, word in words.items() if word})
    path = store.inbox / SOURCE / f"{SOURCE}_{today()}_{uuid.uuid4().hex[:8]}.json"
    write_durably(path, json.dumps([row], ensure_ascii=False, indent=1).encode())
    return path


def _row(words: Mapping[str, str]) -> dict[str, str]:
    missing = [
        option for option, (needed, _text) in OPTIONS.items() if needed and option not in words
    ]
    if missing:
        raise TrackerError(f"missing: {', '.join(missing)}", "figure by hand", "fill it in")
    for option, allowed in _CLOSED.items():
        if words.get(option, allowed[0]) not in allowed:
            raise TrackerError(
                f"{option} {words[option]!r} is not known",
                "figure by hand",
                f"use one of {allowed}",
            )
    period = read_period(words["period"])
    if period is None:
        raise TrackerError(
            f"period {words['period']!r} is none",
            "figure by hand",
            "write 2026, 2026-Q1 or 2026-01",
        )
    point = words["kind"] == "run_rate"
    return {
        "entity": words["app"],
        "metric": words["metric"],
        "period_type": "as_of" if point or period.grain == "day" else period.grain,
        "period_start": str(period.end if point else period.start),
        "period_end": str(period.end),
        "value": format(read_amount(words["value"]), "f"),
        "unit": words["unit"],
        "scope": words.get("scope", ""),
        "basis": words["kind"],
        "bound": words.get("bound", "exact"),
        "quality": words.get("quality", "secondary"),
        "verification": "entered by hand",
        "source_publisher": words["publisher"],
        "source_url": words["address"],
        "published_on": words["said"],
        "note": words.get("note", ""),
        "issuer": words.get("issuer", ""),
    }
