"""Sensor Tower's API, top charts: sales and active users of apps with what they are compared to.

Only the period's own figures are read. Changes and the compared period are the vendor's arithmetic;
a longer period is never a substitute for its months.
"""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from ingest.context import Context
from ingest.formats.columns import refuse_missing, trimmed, unknown
from ingest.formats.form import Format
from ingest.formats.json_rows import json_elements, nesting_batches
from ingest.formats.opened import Opened
from ingest.formats.sensor_tower_api import USERS, describe
from ingest.formats.sensor_tower_cells import Figure, statements
from ingest.formats.sensor_tower_grain import grain_of, proven_grain
from ingest.formats.snapshot import KEY
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

CELLS = ("units_absolute", "revenue_absolute", "users_absolute")

#: Kept out although it looks like figures, and why.
LEFT_OUT = {
    "entities": "its parts are in the row already",
    "custom_tags": "formatted text, never a figure",
    "aggregate_tags": "formatted text, never a figure",
}

_TOTAL = "the vendor's own total; one person can be counted on several devices"


def recognise(opened: Opened) -> str | None:
    """Ours when its rows name an app, a date and an absolute figure."""
    dated = opened.keys & {"date", "d"} and opened.keys & {"app_id", "aid"}
    return "" if dated and opened.keys & set(CELLS) else None


def read(opened: Opened) -> Iterator[pl.DataFrame]:
    """The rows with what nests in them as JSON text; `grain` when the dates prove one."""
    if opened.text is None:
        raise Unreadable(
            sentence("this is a spreadsheet"), opened.name, sentence("export the API's JSON")
        )
    grain = proven_grain(opened)
    for rows in nesting_batches(json_elements(opened.text), opened.name):
        yield rows.with_columns(grain=pl.lit(grain)) if grain else rows


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Downloads, revenue and users of each row; its platform is the store its id is of."""
    refuse_missing(rows.columns, ["app_id"] if "aid" not in rows.columns else [], context.name)
    rows = trimmed(rows)
    app = next(name for name in ("app_id", "aid") if name in rows.columns)
    users = USERS.get(grain_of(rows, context)) if "users_absolute" in rows.columns else None
    parts = rows.with_columns(platform=_platform(pl.col(app))).partition_by("platform")
    ours = [
        statements(
            part,
            describe(part, context, (app,)),
            _figures(part["platform"][0], users),
            context.name,
        )
        for part in parts
    ]
    extra = unknown(
        rows.columns, {app, "date", "d", "country", "cc", "c", "grain", *CELLS, *LEFT_OUT}
    )
    left_out = [f"{key} ({why})" for key, why in LEFT_OUT.items() if key in rows.columns]
    if "users_absolute" in rows.columns and users is None:
        left_out.append("users_absolute (users are counted by day, week or month)")
    return pl.concat(ours), extra + left_out


def _platform(app: pl.Expr) -> pl.Expr:
    """ios for an App Store number, all for a unified id, android for a package."""
    return (
        pl.when(app.str.contains(r"^\d+$"))
        .then(pl.lit("ios"))
        .when(app.str.contains(r"^[0-9a-f]{24}$"))
        .then(pl.lit("all"))
        .otherwise(pl.lit("android"))
    )


def _figures(platform: str, users: str | None) -> list[Figure]:
    figures = [
        Figure("downloads", platform, ("units_absolute",)),
        Figure("revenue", platform, ("revenue_absolute",)),
    ]
    note = _TOTAL if platform == "all" else None
    return [*figures, Figure(users, platform, ("users_absolute",), note=note)] if users else figures


FORMATS = (
    Format(
        name="sensor_tower.api_tops",
        title="Sensor Tower API: top charts (comparison attributes, top and trending users)",
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        read=read,
        asks_for_apps=True,
    ),
)
