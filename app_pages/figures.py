"""What each point of the charts is called, how it came about, and how its rows are asked for."""

from datetime import date
from typing import Any

from app_pages import caveats, formats, history_words
from app_pages.charts import growth as growth_charts
from app_pages.charts import pace as pace_charts
from app_pages.language import N_, _
from app_pages.lineage import Figure

Row = dict[str, Any]

COLUMNS = {"level": "value", "change": "mom_change", "index": "index"}
HOW_GROWN = {
    "value": N_("What stands of the statements about this month, added up."),
    "mom_change": N_("This month over the month before, less one."),
    "mtd_change": N_("The days so far over the same days of the month before, less one."),
    "index": N_("This month over the first complete month, times 100."),
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
    part = "" if row["complete"] else _(" (part)")
    keys = ("app_id", "metric", "month", "platform", "country", "basis")
    how = _(HOW_GROWN[column])
    if column == "value" and row["unit"] != row["native_unit"]:
        turned = _(" Turned into {unit} at the {rule}.")
        how += turned.format(unit=row["unit"], rule=caveats.rate(row["fx_rule"]))
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
            _("Event of {day}: {event}").format(
                day=formats.short_day(event["event_date"]), event=event["event"]
            ),
            _("An event as it was written down."),
            "lineage_event",
            {"snapshot_id": event["snapshot_id"], "row_no": event["row_no"]},
            target["app_id"],
        )
    return found


def _reported_so_far(target: Row, row: Row) -> Figure:
    figure = formats.amount(row["cumulative"], row["unit"], row["cumulative_bound"])
    return Figure(
        _("Reported to {day}: {figure}").format(day=formats.day(row["month_end"]), figure=figure),
        _("The quarters reported since the period began, added up, against the target."),
        "lineage_path",
        _of_path(target, "reported_only", row["month"]),
        target["app_id"],
    )


def _projected(target: Row, row: Row, words: str) -> Figure:
    figure = formats.amount(row["cumulative"], row["unit"], "approx")
    return Figure(
        _("To {day} {if_so}: {figure}").format(
            day=formats.day(row["month_end"]), if_so=_(words), figure=figure
        ),
        _("What was reported, and each month after it {if_so}; no report confirms it.").format(
            if_so=_(words)
        ),
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
    how = _("As the company reported it.")
    if unit != row["unit"]:
        how = _("As the company reported it, turned into US dollars: {rule}.").format(
            rule=caveats.rate(row["fx_rule"])
        )
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
            _("Mean of {count} forecasters: {mean}").format(count=consensus["issuers"], mean=mean),
            _("The newest forecast of each, in US dollars, averaged; said by nobody."),
            "lineage_consensus",
            {key: rows[0][key] for key in keys},
            rows[0]["app_id"],
        )
    return found


def _target(row: Row) -> Figure:
    figure = formats.target_amount(row["value"], row["unit"], row["bound"])
    said = formats.said_on(row["said_from"], row["first_said"])
    how = _("A {kind} as it was said.").format(kind=_(row["kind"]))
    if row["unit"] != "USD":
        how += _(" Drawn in US dollars at the {rule}.").format(rule=caveats.rate(row["fx_rule"]))
    name = _("{issuer}, said {day}: {figure}")
    return _statement(row, name.format(issuer=row["issuer"], day=said, figure=figure), how)


def of_vintages(rows: list[Row]) -> dict[str, Figure]:
    """Every statement of one figure, the newest first."""
    return {
        str(row["vintage_no"]): _statement(
            row,
            _("Said {day}: {figure}").format(
                day=formats.said_on(row["said_from"], row["as_of"]),
                figure=formats.amount(row["value"], row["unit"], row["bound"]),
            ),
            _("As it was said."),
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
            _("{figure}, {of}: {before} to {after}").format(
                figure=line["Figure"], of=line["Of"], before=line["From"], after=line["To"]
            ),
            _("What was said before and what was said then."),
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
