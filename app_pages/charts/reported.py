"""Charts of what companies themselves reported: bars by quarter, points of run rate ÷ 12."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import caveats, formats
from app_pages.charts import house
from app_pages.language import N_, _, is_chinese

Row = dict[str, Any]


ABSENT = N_("not loaded")
CROWDED = 7  # more bars than this have their figures upright above them on a telephone
ROOM = 1.35  # the axis of a crowded chart, as a multiple of its highest bar


def quarter_bars(
    quarters: list[Row], unit: str, colour: str, height: int = 320, *, column: str | None = None
) -> go.Figure:
    """Reported quarters in one currency; a quarter between them without a figure is a gap.

    Rows of another currency name the column that holds their figures in this one.
    """
    drawn = house.figure(height)
    column = column or ("value_usd" if unit == "USD" else "value")
    shown = [q for q in quarters if q[column] is not None]
    slots = all_slots([q["period_end"] for q in quarters])
    crowded = len(slots) > CROWDED
    drawn.add_bar(
        x=[_slot(q["period_end"]) for q in shown],
        y=[float(q[column]) for q in shown],
        ids=[str(q["period_start"]) for q in shown],
        marker={"color": colour},
        text=[_label(q, column) for q in shown],
        textposition="outside",
        textfont={"size": 12},
        cliponaxis=False,
        textangle=-90 if crowded else 0,
        constraintext="none",
        customdata=[_hover(q) for q in shown],
        hovertemplate="%{customdata}<extra></extra>",
    )
    drawn.update_xaxes(
        type="category", categoryorder="array", categoryarray=slots, range=[-0.5, len(slots) - 0.5]
    )
    unconverted = {_slot(q["period_end"]) for q in quarters}
    for slot in slots:
        if slot not in {_slot(q["period_end"]) for q in shown}:
            _mark_absent(drawn, slot, _("no exchange rate") if slot in unconverted else _(ABSENT))
    drawn.update_yaxes(rangemode="tozero")
    if crowded and shown:
        drawn.update_yaxes(range=[0, ROOM * max(float(q[column]) for q in shown)])
    house.unit_ticks(drawn, [q[column] for q in shown], unit)
    house.name_y_axis(drawn, _("{unit} a quarter").format(unit=formats.unit_name(unit)))
    house.mark_illustrative(drawn, quarters)
    return drawn


def _slot(end: date) -> str:
    name = formats.quarter_name(end)
    return name.replace("年", "<br>", 1) if is_chinese() else name.replace(" ", "<br>")


def all_slots(ends: list[date]) -> list[str]:
    """Every quarter from the first to the last, reported or not: time has no holes."""
    first, last = (day.year * 4 + (day.month - 1) // 3 for day in (min(ends), max(ends)))
    return [_slot(date(at // 4, at % 4 * 3 + 1, 1)) for at in range(first, last + 1)]


def _mark_absent(drawn: go.Figure, slot: str, why: str) -> None:
    drawn.add_annotation(
        x=slot,
        y=0,
        text=why,
        textangle=-90,
        yanchor="bottom",
        yshift=4,
        showarrow=False,
        font={"size": 12},
    )


def _label(quarter: Row, column: str) -> str:
    sign = formats.BOUND_SIGNS.get(quarter["bound"], "")
    return sign + formats.scaled(quarter[column], quarter["bound"])


def _hover(quarter: Row) -> str:
    native = formats.amount(quarter["value"], quarter["unit"], quarter["bound"])
    lines = [
        f"<b>{native}</b>, {formats.period(quarter['period_start'], quarter['period_end'])}",
        _("{basis}, reported by the company").format(basis=_(quarter["basis"])),
    ]
    if quarter.get("currency") not in (None, "USD", quarter["unit"]):
        shown = formats.amount(quarter["shown"], quarter["currency"], quarter["bound"])
        lines.append(f"= {shown} ({caveats.rate(quarter['fx_rule'])})")
    elif quarter["value_usd"] is not None and quarter["unit"] != "USD":
        usd = formats.amount(quarter["value_usd"], "USD", quarter["bound"])
        rate = _("= {usd} at {per} {unit} per US$")
        per = f"{float(quarter['fx_rate']):.4f}"
        lines.append(rate.format(usd=usd, per=per, unit=quarter["unit"]))
    if quarter["change"] is not None:
        lines.append(
            _("{change} on the period before ({note})").format(
                change=formats.change(quarter["change"]), note=change_note(quarter)
            )
        )
    said = formats.said_on(quarter["said_from"], quarter["as_of"])
    publisher = formats.chart_text(quarter["publisher"])
    lines.append(_("Source: {publisher}, said {day}").format(publisher=publisher, day=said))
    return "<br>".join(lines)


CHANGE_NOTES = {
    "exact": N_("exact"),
    "approx": N_("about"),
    "at_least": N_("at least"),
    "at_most": N_("at most"),
    "unknown": N_("between two minimums: the true change may be higher or lower"),
}


def change_note(quarter: Row) -> str:
    """How sure the change between two reported figures is."""
    return _(CHANGE_NOTES.get(quarter["change_bound"], CHANGE_NOTES["unknown"]))


def points(
    rows: list[Row], column: str, unit: str, title: str, colours: dict[str, str]
) -> go.Figure:
    """Single stated figures as points by month; no line joins them."""
    drawn = house.figure(300)
    for app_id in dict.fromkeys(row["app_id"] for row in rows):
        own = [row for row in rows if row["app_id"] == app_id and row[column] is not None]
        colour = colours.get(app_id, house.PALETTE[0])
        drawn.add_scatter(
            x=[row["month"] for row in own],
            y=[float(row[column]) for row in own],
            ids=[f"{app_id} {row['month']}" for row in own],
            mode="markers+text",
            marker={"size": 12, "color": colour, "symbol": "diamond"},
            text=[formats.amount(row[column], unit, row["bound"]) for row in own],
            textposition=["top right", *["top left"] * (len(own) - 1)],
            textfont={"size": 12},
            cliponaxis=False,
            customdata=[_point_hover(row, column, unit) for row in own],
            hovertemplate="%{customdata}<extra></extra>",
        )
    drawn.update_yaxes(rangemode="tozero")
    first, last = min(row["month"] for row in rows), max(row["month"] for row in rows)
    drawn.update_xaxes(
        range=[first - timedelta(days=50), last + timedelta(days=50)],
        tickformat=_("%b<br>%Y"),
        dtick="M1" if (last - first).days < 120 else "M3",
    )
    house.unit_ticks(drawn, [row[column] for row in rows], unit)
    house.name_y_axis(drawn, title)
    house.mark_illustrative(drawn, rows)
    return drawn


def _point_hover(row: Row, column: str, unit: str) -> str:
    lines = [
        f"<b>{formats.amount(row[column], unit, row['bound'])}</b>, {formats.month(row['month'])}",
        formats.app_name(row["name_en"], row["name_zh"]),
    ]
    if row.get("arr_usd") is not None:
        arr = formats.amount(row["arr_usd"], "USD", row["bound"])
        lines.append(_("stated as {figure} a year (month × 12)").format(figure=arr))
    publisher = formats.chart_text(row["publisher"])
    source = _("Source: {publisher}, said {day}")
    lines.append(source.format(publisher=publisher, day=formats.day(row["as_of"])))
    return "<br>".join(lines)
