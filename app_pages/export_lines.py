"""The lines a chart takes out: each point that is drawn, with the figures it came from."""

from collections.abc import Sequence
from typing import Any

from app_pages import caveats
from app_pages.charts import growth as growth_charts
from app_pages.charts import pace as pace_charts
from app_pages.language import _

Row = dict[str, Any]

SHOWN = {
    "shown": "the figure the chart draws",
    "series": "the line or points it belongs to",
    "bound": "exact, approx, at_least or at_most",
}
GROWTH = (
    "value", "unit", "native_value", "native_unit", "fx_rule", "change_from_rate", "basis", "kind",
    "bound", "complete", "covered_from", "covered_through",
    "mom_change", "yoy_change", "cmgr3", "index", "mtd_change", "mtd_days", "caveat",
    "caveat_code", "derived",
    "source_id", "source_producer", "as_of", "snapshot_id", "illustrative",
)  # fmt: skip
QUARTER = (
    "app_id", "metric", "period_start", "period_end", "grain", "basis", "bound", "value", "unit",
    "fx_rate", "fx_rule", "value_usd", "change", "change_bound", "scope", "publisher", "address",
    "as_of", "source_id", "snapshot_id", "row_no", "illustrative",
)  # fmt: skip
POINT = (
    "app_id", "metric", "month", "value", "unit", "bound", "publisher", "address", "as_of",
    "source_id", "snapshot_id", "row_no", "illustrative",
)  # fmt: skip
TARGET = (
    "target_id", "app_id", "metric", "period_start", "period_end", "issuer", "kind", "bound",
    "value", "unit", "fx_rate", "fx_rule", "value_usd", "first_said", "stands_by", "is_newest",
    "is_conflict", "conflicts_with", "supersedes_value", "publisher", "address", "source_id",
    "snapshot_id", "row_no", "illustrative",
)  # fmt: skip
VINTAGE = (
    "app_id", "metric", "period_start", "period_end", "platform", "vintage_no", "value", "unit",
    "bound", "kind", "counts", "said_from", "as_of", "publisher", "address", "source_id",
    "snapshot_id", "row_no", "illustrative",
)  # fmt: skip


def of_growth(rows: Sequence[Row], view: str) -> list[Row]:
    """What is drawn of each month, then the figures it came from, then the source."""
    return [
        {
            "app": row["app_id"],
            **{key: row[key] for key in ("metric", "month", "platform", "country")},
            "view": view,
            "shown": growth_charts.shown_value(row, view),
            **{column: row[column] for column in GROWTH},
        }
        for row in map(caveats.worded, rows)
    ]


def of_column(rows: Sequence[Row], column: str, kept: Sequence[str]) -> list[Row]:
    """Each row whose column is drawn, with the figures kept beside it."""
    return [
        {"shown": row[column], **{name: row[name] for name in kept}}
        for row in map(caveats.worded, rows)
        if row[column] is not None
    ]


def of_targets(rows: Sequence[Row], consensus: Row | None) -> list[Row]:
    """Every value an issuer set, then what all forecasters expect together, as the bar has it."""
    lines = of_column(rows, "value_usd", TARGET)
    if consensus is None:
        return lines
    said_by = _("{n} forecasters: {names}").format(
        n=consensus["issuers"], names=consensus["issuer_names"]
    )
    blank = dict.fromkeys(lines[0])
    for kind in ("low", "mean", "high"):
        lines.append(
            blank
            | {key: lines[0][key] for key in ("app_id", "metric", "period_start", "period_end")}
            | {"shown": consensus[f"{kind}_usd"], "value_usd": consensus[f"{kind}_usd"]}
            | {"issuer": said_by, "kind": f"consensus, {kind}", "bound": consensus["bound"]}
            | {"illustrative": consensus["illustrative"]}
        )
    return lines


def of_pace(months: Sequence[Row], ahead: Sequence[Row], target: Row) -> list[Row]:
    """Every point of the race to a target: reported, even path, range ahead, and each way on."""
    lines = []
    for month in months:
        drawn = [(_("even path to the target"), month["even_path"], "exact")]
        if month["state"] == "reported":
            drawn.insert(0, (_("reported"), month["cumulative"], month["cumulative_bound"]))
        else:
            drawn += [
                (_("range of the ways on, low"), month["cumulative_low"], "approx"),
                (_("range of the ways on, high"), month["cumulative_high"], "approx"),
            ]
        lines += [_point(target, month, *point) for point in drawn if point[1] is not None]
    for method, (words, _symbol, _dash) in pace_charts.METHODS.items():
        own = [row for row in ahead if row["method"] == method]
        lines += [_point(target, row, _(words), row["cumulative"], "approx") for row in own]
    return lines


def _point(target: Row, row: Row, series: str, shown: Any, bound: str | None) -> Row:
    return {
        "target_id": target["target_id"],
        "app_id": target["app_id"],
        "series": series,
        "month": row["month"],
        "month_end": row["month_end"],
        "shown": shown,
        "unit": row["unit"],
        "bound": bound,
        "as_of": row["as_of"],
        "illustrative": row["illustrative"] or target["illustrative"],
    }
