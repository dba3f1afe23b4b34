"""Google Play Console, statistics: installs of one's own apps, by day.

docs/formats/google-play.md documents it, and why users who install are what others call downloads.
"""

from __future__ import annotations

import polars as pl

from ingest.context import Context
from ingest.formats import cells, google_play_money
from ingest.formats.columns import refuse_missing, renamed, trimmed
from ingest.formats.figures import figures, period_end
from ingest.formats.form import Format
from ingest.formats.opened import Opened
from ingest.formats.snapshot import KEY
from ingest.formats.sums import folded
from ingest.sentences.form import sentence
from ingest.unpack import Unreadable

#: A person who gets the app counts once, on whichever device and however often: the one column
#: that can stand beside the App Store's first downloads and vendors' estimates.
_DOWNLOADS = "daily user installs"
_INSTALLS = {
    _DOWNLOADS,
    "daily device installs",
    "total user installs",
    "install events",
    "active device installs",
}
#: What else is known of such a file, and is no download.
_OTHER_COUNTS = _INSTALLS | {
    "daily device uninstalls",
    "daily device upgrades",
    "daily user uninstalls",
    "current device installs",
    "current user installs",
    "installs on active devices",
    "update events",
    "uninstall events",
}
#: Breakdowns whose rows are parts of a day and of no country.
_BREAKDOWNS = (
    "device",
    "app version code",
    "app version",
    "android os version",
    "language",
    "carrier",
)


def recognise(opened: Opened) -> str | None:
    """By its header: a day, a package, and installs."""
    present = {folded(column) for column in opened.columns}
    if not {"date", "package name"} <= present or not present & _INSTALLS:
        return None
    return "with events" if "install events" in present else "without events"


def to_ours(rows: pl.DataFrame, context: Context) -> tuple[pl.DataFrame, list[str]]:
    """Text columns of ours, the downloads of a day a row, and the columns passed over.

    Raises Unreadable for a breakdown by something other than country, and for a file without the
    column that is comparable to downloads.
    """
    rows = trimmed(renamed(rows, {c: folded(c) for c in rows.columns}, context.name))
    refuse_missing(rows.columns, ["date", "package name"], context.name)
    _refuse_other_reports(rows.columns, context.name)
    as_of = context.require("as_of")["as_of"]
    counted, left_out = _counted(rows, as_of)
    ours = figures(
        counted,
        value_column="Daily User Installs",
        app_id=pl.col("package name"),
        metric="downloads",
        period_start=pl.col("day"),
        period_end=period_end(pl.col("day"), "day", as_of),
        grain="day",
        platform="android",
        country=pl.col("country").str.to_uppercase() if "country" in rows.columns else "WW",
        value=pl.col("count"),
        unit="downloads",
        basis="none",
        kind="reported",
        as_of=as_of,
    )
    read = {"row_no", "date", "package name", "country", _DOWNLOADS}
    passed = [column for column in rows.columns if column not in read]
    return ours, [f"{c} (not downloads)" if c in _OTHER_COUNTS else c for c in passed] + left_out


def _counted(rows: pl.DataFrame, as_of: str) -> tuple[pl.DataFrame, list[str]]:
    """The rows that state downloads, with `day` and `count`, and why others are left out."""
    day, count = cells.day(pl.col("date")), cells.figure(pl.col(_DOWNLOADS))
    told = rows.with_columns(day.alias("day"), count.alias("count"))
    stated = told.filter(pl.col("count").is_not_null())
    over = stated.filter((pl.col("day") != as_of).fill_null(True))
    placed = over.filter(_has_country()) if "country" in rows.columns else over
    reasons = {
        "rows without Daily User Installs": rows.height - stated.height,
        f"rows of {as_of}, a day that was not over when it was said": stated.height - over.height,
        "rows without a country": over.height - placed.height,
    }
    return placed, [reason for reason, number in reasons.items() if number]


def _has_country() -> pl.Expr:
    """ZZ and words such as Unknown are how a report says that it does not know the country.

    AN, which Google kept for years, is no country since 2010.
    """
    country = pl.col("country").str.to_uppercase()
    return country.is_not_null() & ~country.is_in(["ZZ", "AN", "UNKNOWN", "OTHER", "OTHERS"])


def _refuse_other_reports(columns: list[str], name: str) -> None:
    parts = [column for column in _BREAKDOWNS if column in columns]
    if parts:
        raise Unreadable(
            sentence(
                "these are installs by {by}, parts of a day that belong to no country", by=parts[0]
            ),
            name,
            sentence("take the file that ends in _overview.csv or _country.csv"),
        )
    if _DOWNLOADS not in columns:
        raise Unreadable(
            sentence(
                "the file has no column 'Daily User Installs'; device installs and install"
                " events count a person again for each device and each time"
            ),
            name,
            sentence("export the statistics again with that column"),
        )


FORMATS = (
    *google_play_money.FORMATS,
    Format(
        name="google_play.installs",
        title="Google Play Console, install statistics by day, whole or by country",
        table="observation",
        key=KEY,
        to_ours=to_ours,
        recognise=recognise,
        asks_for_apps=True,
    ),
)
