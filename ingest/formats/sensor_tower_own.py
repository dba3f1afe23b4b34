"""Sensor Tower's API, one's own apps: what the stores report of apps connected to the account.

These are counts of the stores and no estimates, although their keys are those of estimates.
docs/formats/sensor-tower-api.md documents it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from ingest.context import Context
from ingest.formats.columns import trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.json_rows import json_elements, nesting_batches
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_api import describe, is_own
from ingest.formats.sensor_tower_cells import Figure, statements
from ingest.formats.sensor_tower_grain import grain_of, proven_grain
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

_UNIFIED, _TOGETHER = "unified_app_id", "aggregated"
#: People who got the app that day: what the tracker takes from Google Play itself, too.
_PEOPLE = "daily_user_installs"
_IOS = (
    Figure("downloads", "ios", ("iphone_units", "ipad_units")),
    Figure("revenue", "ios", ("iphone_revenue", "ipad_revenue")),
)
_ANDROID = Figure("downloads", "android", (_PEOPLE,))
_LEFT_OUT = {
    "daily_device_installs": "not downloads: a person counts again for each device",
    "active_device_installs": "not downloads",
}


def recognise(opened: Opened) -> str | None:
    """unified, ios or android when its rows are what the stores report of one's own apps."""
    if {_UNIFIED, _TOGETHER} <= opened.keys:
        return "unified"
    return is_own(opened)


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """One row an app, country and period, as numbered; `grain` when the dates prove one."""
    if opened.text is None:
        raise Unreadable(
            sentence("this is a spreadsheet"), opened.name, sentence("export the API's JSON")
        )
    grain = proven_grain(opened)
    values = enumerate(_rows(opened), start=1)
    for rows in nesting_batches(values, opened.name):
        yield rows.with_columns(grain=pl.lit(grain)) if grain else rows


def _rows(opened: Opened) -> Iterator[Any]:
    """The rows; of a unified app the sums of its apps, whose parts are in them already."""
    for number, value in json_elements(opened.text):
        if not isinstance(value, dict) or _TOGETHER not in value:
            yield value
            continue
        together = value[_TOGETHER]
        if not isinstance(together, list) or not all(isinstance(row, dict) for row in together):
            raise Unreadable(
                sentence(
                    "value {number}: '{key}' is no list of rows",
                    number=f"{number:,}",
                    key=_TOGETHER,
                ),
                opened.name,
                sentence("fetch it again; nothing of it was loaded"),
            )
        for row in together:
            yield {"app_id": value.get(_UNIFIED), **row}


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Downloads and revenue of each row, by platform, as the stores reported them."""
    rows = trimmed(rows)
    is_by_day = grain_of(rows, context) == "day"
    asked = [*_IOS, _ANDROID] if is_by_day else list(_IOS)
    described = describe(rows, context, ("app_id",)).with_columns(kind=pl.lit("reported"))
    known = {cell for figure in (*_IOS, _ANDROID) for cell in figure.cells}
    extra = unknown(rows.columns, {*known, *_LEFT_OUT, "app_id", "date", "country", "grain"})
    extra += [f"{key} ({why})" for key, why in _LEFT_OUT.items() if key in rows.columns]
    if not is_by_day and _PEOPLE in rows.columns:
        extra.append(f"{_PEOPLE} (a count of a day; what it is of a longer period is not said)")
    return statements(rows, described, asked, context.name), extra


FORMATS = (
    Format(
        name="sensor_tower.api_own_sales",
        title="Sensor Tower API: what the stores report of one's own apps (sales_reports)",
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        read=read,
        asks_for_apps=True,
    ),
)
