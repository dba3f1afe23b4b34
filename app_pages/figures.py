"""What each point of the charts is called, how it came about, and how its rows are asked for."""

from datetime import date
from typing import Any

from app_pages import formats, history_words
from app_pages.charts import growth as growth_charts
from app_pages.charts import pace as pace_charts
from app_pages.lineage import Figure

Row = dict[str, Any]

COLUMNS = {"level": "value", "change": "mom_change", "index": "index"}
HOW_GROWN = {
    "value": "What stands of the statements about this month, added up.",
    "mom_change": "This month over the month before, less one.",
    "mtd_change": "The days so far over the same days of the month before, less one.",
    "index": "This month over the first complete month, times 100.",
}


def of_growth(rows: list[Row], view: str) -> dict[str, Figure]:
    """Every month drawn of each app, the newest first."""
    shown = [row for row in reversed(rows) if growth_charts.shown_value(row, view) is not None]
    return {growth_charts.point_id(row): _month(row, view) for row in shown}


def _month(row: Row, view: str) -> Figure:
    column = COLUMNS[view]
    if view == "change" and not row["complete"]:
        column = "mtd_change"
    name = formats.app_name(row["name_en"], row["name_zh"])
    shown = growth_charts.shown_value(row, view)
    figure = formats.amount(shown, row["unit"], row["bound"])
    if view == "change":
        figure = formats.change(shown)
    if view == "index":
        figure = f"{formats.rounded(shown, 0):,f}"
    part = "" if row["complete"] else " (part)"
    keys = ("app_id", "metric", "month", "platform", "country", "basis")
    how = HOW_GROWN[column]
    if column == "value" and row["unit"] != row["native_unit"]:
        how += f" Turned into {row['unit']} at the {row['fx_rule']}."
    return Figure(
        f"{name}, {formats.month(row['month'])}{part}: {figure}",
        how,
        "lineage_growth",
        {key: row[key] for key in keys} | {"unit": row["native_unit"], "column_name": column},
        row["app_id"],
        row["country"],
    )


def of_pace(
    target: Row, months: list[Row], ahead: list[Row], events: list[Row]
) -> dict[str, Figure]:
    """Every reported step, every month of each way on, and the events flagged."""
    reported = [m for m in months if m["state"] == "reported" and m["cumulative"] is not None]
    found = {
        f"reported {row['month']}": _reported_so_far(target, row) for row in reversed(reported)
    }
    for method, (words, _symbol, _dash) in pace_charts.METHODS.items():
        for row in reversed([row for row in ahead if row["method"] == method]):
            found[f"{method} {row['month']}"] = _projected(target, row, words)
    for event in events:
        found[f"event {event['row_no']} {event['snapshot_id']}"] = Figure(
            f"Event of {formats.short_day(event['event_date'])}: {event['event']}",
            "An event as it was written down.",
            "lineage_event",
            {"snapshot_id": event["snapshot_id"], "row_no": event["row_no"]},
            target["app_id"],
        )
    return found


def _reported_so_far(target: Row, row: Row) -> Figure:
    figure = formats.amount(row["cumulative"], row["unit"], row["cumulative_bound"])
    return Figure(
        f"Reported to {formats.day(row['month_end'])}: {figure}",
        "The quarters reported since the period began, added up, against the target.",
        "lineage_path",
        _of_path(target, "reported_only", row["month"]),
        target["app_id"],
    )


def _projected(target: Row, row: Row, words: str) -> Figure:
    figure = formats.amount(row["cumulative"], row["unit"], "approx")
    return Figure(
        f"To {formats.day(row['month_end'])} if {words}: {figure}",
        f"What was reported, and each month after it if {words}; no report confirms it.",
        "lineage_path",
        _of_path(target, row["method"], row["month"]),
        target["app_id"],
    )


def _of_path(target: Row, method: str, month: date) -> Row:
    return {"target_id": target["target_id"], "method": method, "month": month}


def of_quarters(rows: list[Row], unit: str) -> dict[str, Figure]:
    """Every reported quarter of one chart, the newest first."""
    column = "value_usd" if unit == "USD" else "value"
    shown = [row for row in reversed(rows) if row[column] is not None]
    return {str(row["period_start"]): _quarter(row, column, unit) for row in shown}


def _quarter(row: Row, column: str, unit: str) -> Figure:
    period = formats.period(row["period_start"], row["period_end"])
    how = "As the company reported it."
    if unit != row["unit"]:
        how = f"As the company reported it, turned into US dollars: {row['fx_rule']}."
    return _statement(row, f"{period}: {formats.amount(row[column], unit, row['bound'])}", how)


def of_points(rows: list[Row], column: str, unit: str, how: str) -> dict[str, Figure]:
    """Every single stated month, the newest first."""
    return {
        f"{row['app_id']} {row['month']}": _statement(
            row,
            f"{formats.app_name(row['name_en'], row['name_zh'])}, {formats.month(row['month'])}: "
            f"{formats.amount(row[column], unit, row['bound'])}",
            how,
        )
        for row in reversed(rows)
    }


def of_targets(rows: list[Row], consensus: Row | None) -> dict[str, Figure]:
    """Every value an issuer set, and what all expect together."""
    found = {row["target_id"]: _target(row) for row in rows}
    if consensus is not None:
        mean = formats.target_amount(consensus["mean_usd"], "USD", consensus["bound"])
        keys = ("app_id", "metric", "period_start", "period_end")
        found["consensus"] = Figure(
            f"Mean of {consensus['issuers']} forecasters: {mean}",
            "The newest forecast of each, in US dollars, averaged; said by nobody.",
            "lineage_consensus",
            {key: rows[0][key] for key in keys},
            rows[0]["app_id"],
        )
    return found


def _target(row: Row) -> Figure:
    figure = formats.target_amount(row["value"], row["unit"], row["bound"])
    said = formats.said_on(row["said_from"], row["first_said"])
    how = f"A {row['kind']} as it was said."
    if row["unit"] != "USD":
        how += f" Drawn in US dollars at the {row['fx_rule']}."
    return _statement(row, f"{row['issuer']}, said {said}: {figure}", how)


def of_vintages(rows: list[Row]) -> dict[str, Figure]:
    """Every statement of one figure, the newest first."""
    return {
        str(row["vintage_no"]): _statement(
            row,
            f"Said {formats.said_on(row['said_from'], row['as_of'])}: "
            f"{formats.amount(row['value'], row['unit'], row['bound'])}",
            "As it was said.",
        )
        for row in reversed(rows)
    }


def of_restatements(rows: list[Row]) -> dict[str, Figure]:
    """Every past figure that was changed, as the list has them."""
    keys = (
        "app_id", "metric", "platform", "country", "unit", "basis", "kind", "source_id", "voice",
        "grain", "as_of", "period_start", "period_end",
    )  # fmt: skip
    found = {}
    for place, row in enumerate(rows):
        line = history_words.restatement(row)
        found[str(place)] = Figure(
            f"{line['Figure']}, {line['Of']}: {line['From']} to {line['To']}",
            "What was said before and what was said then.",
            "lineage_restatement",
            {key: row[key] for key in keys},
            row["app_id"],
            row["country"],
        )
    return found


def _statement(row: Row, name: str, how: str) -> Figure:
    keys = (
        "app_id", "metric", "period_start", "period_end", "value", "unit", "snapshot_id", "row_no",
    )  # fmt: skip
    asked = {key: row[key] for key in keys}
    return Figure(name, how, "lineage_statement", asked, row["app_id"])
