"""Sensor Tower's web exports: which of them a file is, by its header alone.

docs/formats/sensor-tower-web.md says how to get each, and what is read of it.
"""

from __future__ import annotations

from ingest.formats import sensor_tower_web_wide as wide
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_web_rows import APPS, sums_together, to_ours
from ingest.formats.sensor_tower_web_said import METRICS, USERS, plain
from ingest.formats.snapshot import KEY


def _long(opened: Opened) -> str | None:
    metrics = _metrics(opened)
    return _generation(opened) if metrics and not metrics <= {*USERS} else None


def _users(opened: Opened) -> str | None:
    metrics = _metrics(opened)
    return _generation(opened) if metrics and metrics <= {*USERS} else None


def _top_apps(opened: Opened) -> str | None:
    names = _names(opened)
    if not names & {*APPS} or not any("(absolute" in name for name in names):
        return None
    if any("(pop growth" in name for name in names):
        return "PoP growth"
    return "2025" if any("(growth" in name for name in names) else ""


def _metrics(opened: Opened) -> set[str]:
    """The metrics a long export has columns of; none when the file is no long export."""
    names = _names(opened)
    if not _is_of_apps(names) or any("(absolute" in name for name in names):
        return set()
    return {METRICS[name] for name in names if name in METRICS}


def _is_of_apps(names: set[str]) -> bool:
    return "date" in names and bool(names & {*APPS})


def _names(opened: Opened) -> set[str]:
    return {plain(name) for name in opened.columns}


def _generation(opened: Opened) -> str:
    written = [name for name in opened.columns if plain(name) == "country/region"]
    return written[0] if written else ""


FORMATS = (
    Format(
        name="sensor_tower.web_wide",
        title="Sensor Tower web: a chart, a column an app",
        table="observation",
        key=KEY,
        to_ours=wide.to_ours,
        recognise=wide.recognise,
        read=wide.read,
        asks_for_apps=True,
    ),
    *(
        Format(
            name=f"sensor_tower.{name}",
            title=f"Sensor Tower web: {title}",
            table="observation",
            key=KEY,
            to_ours=to_ours,
            recognise=recognise,
            read=sums_together,
            asks_for_apps=True,
        )
        for name, title, recognise in (
            ("web_long", "app performance, a row an app, date, country and device", _long),
            ("web_users", "active users, a row an app, date, country and platform", _users),
            ("web_top_apps", "top apps with growth, a row an app", _top_apps),
        )
    ),
)
