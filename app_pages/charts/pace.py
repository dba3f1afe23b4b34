"""Charts of the Pace page: the cumulative race to a target, and what issuers said it should be."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house
from app_pages.language import N_, _

Row = dict[str, Any]


METHODS = {
    "reported_only": (N_("if nothing more comes"), "line-ns-open", "dot"),
    "last_quarter": (N_("if the last quarter's rate holds"), "circle-open", "dash"),
    "last_month": (N_("if the last stated month holds"), "diamond-open", "dash"),
    "run_rate": (N_("if the run rate holds"), "square-open", "dash"),
    "growth": (N_("if growth repeats"), "triangle-up-open", "dash"),
    "last_year": (N_("if it goes as the year before"), "star-open", "dash"),
}

STATED = {
    "recognised": N_("with the revenue the company stated for the month"),
    "run_rate": N_("by the company's run rate ÷ 12"),
}


def cumulative(
    months: list[Row], paths: list[Row], target: Row, events: list[Row], colour: str
) -> go.Figure:
    """Reported steps; dashed and hollow the ways on from them, their range; target, even path.

    Amounts are in the `unit` of the months; the way on from the newest rate is drawn heavier.
    """
    drawn = house.figure(500)
    reported = [m for m in months if m["state"] == "reported" and m["cumulative"] is not None]
    start = target["period_start"]
    goal, unit = months[0]["target"], months[0]["unit"]
    joint = (start, 0.0)
    if reported:
        joint = (reported[-1]["month_end"], float(reported[-1]["cumulative"]))
    _even_path(drawn, months, start)
    ahead = [m for m in months if m["state"] != "reported"]
    _range_ahead(drawn, ahead, joint, colour)
    _range_end(drawn, ahead, float(goal), unit)
    _ways_on(drawn, paths, joint, colour)
    _reported(drawn, reported, start, colour, float(goal))
    _target_line(drawn, target, float(goal), unit)
    _events(drawn, events)
    drawn.update_xaxes(
        range=[start - timedelta(days=4), target["period_end"] + timedelta(days=12)],
        tickformat=_("%b<br>%Y"),
        dtick="M3" if (target["period_end"] - start).days > 200 else "M1",
        tick0=start,
        ticks="outside",
    )
    drawn.update_yaxes(rangemode="tozero")
    heights = [row["cumulative"] for row in [*months, *paths]]
    house.unit_ticks(drawn, [*heights, goal], unit)
    axis = _("{unit}, cumulative since {day}")
    house.name_y_axis(drawn, axis.format(unit=formats.unit_name(unit), day=formats.day(start)))
    house.legend_below(drawn)
    return drawn


def _money(value: Any) -> float | None:
    return None if value is None else float(value)


def _reported(drawn: go.Figure, reported: list[Row], start: date, colour: str, goal: float) -> None:
    if not reported:
        return
    points = [(start, 0.0)] + [(m["month_end"], _money(m["cumulative"])) for m in reported]
    drawn.add_scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": colour, "width": 3, "shape": "hv"},
        hoverinfo="skip",
    )
    drawn.add_scatter(
        x=[m["month_end"] for m in reported],
        y=[_money(m["cumulative"]) for m in reported],
        ids=[f"reported {m['month']}" for m in reported],
        mode="markers+text",
        marker={"color": colour, "size": 11},
        text=[formats.amount(m["cumulative"], m["unit"], m["cumulative_bound"]) for m in reported],
        textposition=[_free_side(float(m["cumulative"]), goal) for m in reported],
        textfont={"size": 13},
        customdata=[_hover(m) for m in reported],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _free_side(height: float, goal: float) -> str:
    """Above the step, but below it where the line of the target would cross the figure."""
    return "bottom right" if 0 <= goal - height < goal * 0.2 else "top left"


def _hover(month: Row) -> str:
    lines = [
        f"<b>{formats.amount(month['cumulative'], month['unit'], month['cumulative_bound'])}</b>",
        _("Reported by the company, cumulative to {day}").format(
            day=formats.day(month["month_end"])
        ),
        _("{share} of the target; {gone} of the period gone").format(
            share=formats.share(month["share_of_target"], month["cumulative_bound"]),
            gone=formats.share(month["share_of_period"]),
        ),
        _("Source: company statements, newest of {day}").format(day=formats.day(month["as_of"])),
    ]
    return "<br>".join(lines)


def _ways_on(drawn: go.Figure, paths: list[Row], joint: tuple[date, float], colour: str) -> None:
    """Every method as a dashed line with hollow marks of its own."""
    for method, (name, symbol, dash) in METHODS.items():
        own = [row for row in paths if row["method"] == method]
        if not own:
            continue
        shade = house.GREY if method == "reported_only" else colour
        drawn.add_scatter(
            x=[joint[0], *(row["month_end"] for row in own)],
            y=[joint[1], *(float(row["cumulative"]) for row in own)],
            ids=["", *(f"{method} {row['month']}" for row in own)],
            name=_(name),
            mode="lines+markers",
            line={"color": shade, "width": 2.5 if own[0]["is_newest_rate"] else 1.5, "dash": dash},
            marker={"symbol": symbol, "size": [0] + [8] * len(own), "color": shade, "opacity": 1},
            customdata=["", *(_way_hover(row, name) for row in own)],
            hovertemplate="%{customdata}<extra></extra>",
        )


def _way_hover(row: Row, name: str) -> str:
    sure = _("projected: {way}").format(way=_(name).removeprefix("if "))
    if row["stated_basis"] in STATED:
        sure = _(STATED[row["stated_basis"]])
    figure = formats.amount(row["cumulative"], row["unit"], "approx")
    return "<br>".join(
        (
            _("<b>{figure}</b>, not reported").format(figure=figure),
            _("cumulative to {day}, {sure}").format(day=formats.day(row["month_end"]), sure=sure),
            _("From company statements, newest of {day}").format(day=formats.day(row["as_of"])),
        )
    )


def _range_ahead(
    drawn: go.Figure, ahead: list[Row], joint: tuple[date, float], colour: str
) -> None:
    known = [m for m in ahead if m["cumulative_low"] is not None]
    for column, fill in (("cumulative_low", None), ("cumulative_high", "tonexty")):
        drawn.add_scatter(
            x=[joint[0], *(m["month_end"] for m in known)],
            y=[joint[1], *(_money(m[column]) for m in known)],
            name=_("range of the ways on") if fill else None,
            mode="lines",
            line={"width": 0},
            fill=fill,
            fillcolor=house.see_through(colour, 0.15),
            hoverinfo="skip",
        )


def _range_end(drawn: go.Figure, ahead: list[Row], goal: float, unit: str) -> None:
    """Where the ways on end, in figures above the highest of them and above the target's name."""
    known = [m for m in ahead if m["cumulative_low"] is not None]
    if not known:
        return
    low, high = known[-1]["cumulative_low"], known[-1]["cumulative_high"]
    text = formats.amount(low, unit, "approx")
    drawn.add_annotation(
        x=known[-1]["month_end"],
        y=max(float(high), goal),
        text=text
        if low == high
        else _("{first} to {last}").format(first=text, last=formats.amount(high, unit)),
        xanchor="right",
        yanchor="bottom",
        xshift=8,
        yshift=8 if high > goal else 24,
        showarrow=False,
        font={"size": 13},
    )


def _even_path(drawn: go.Figure, months: list[Row], start: date) -> None:
    path = [m for m in months if m["even_path"] is not None]
    drawn.add_scatter(
        x=[start] + [m["month_end"] for m in path],
        y=[0.0] + [_money(m["even_path"]) for m in path],
        name=_("even path to the target"),
        mode="lines",
        line={"color": house.GREY, "width": 1.5, "dash": "longdash"},
        customdata=[
            "",
            *(
                f"{formats.day(m['month_end'])}: {formats.amount(m['even_path'], m['unit'])}"
                for m in path
            ),
        ],
        hovertemplate=_("Even path: the target spread evenly over its days")
        + "<br>%{customdata}<extra></extra>",
    )


def _target_line(drawn: go.Figure, target: Row, value: float, unit: str) -> None:
    issuer = formats.chart_text(target["issuer"])
    drawn.add_hline(y=value, line={"color": house.TARGET, "width": 2})
    drawn.add_annotation(
        xref="paper",
        x=0.01,
        y=value,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        text=f"{issuer}: {formats.target_amount(value, unit, target['bound'])}",
        font={"size": 13},
    )


def _events(drawn: go.Figure, events: list[Row]) -> None:
    if not events:
        return
    for event in events:
        drawn.add_shape(
            type="line",
            x0=event["event_date"],
            x1=event["event_date"],
            yref="paper",
            y0=0,
            y1=0.06,
            line={"color": house.GREY, "width": 1},
        )
    drawn.add_scatter(
        x=[e["event_date"] for e in events],
        y=[0.06] * len(events),
        meta=house.FLAGS,
        text=[f"{formats.day(e['event_date'])}: {formats.chart_text(e['event'])}" for e in events],
        ids=[f"event {e['row_no']} {e['snapshot_id']}" for e in events],
        yaxis="y2",
        mode="markers",
        marker={"symbol": "triangle-right", "size": 9, "color": house.GREY},
        customdata=[
            f"<b>{formats.day(e['event_date'])}</b><br>{_wrapped(e['event'])}" for e in events
        ],
        hovertemplate="%{customdata}<extra></extra>",
    )
    drawn.update_layout(
        yaxis2={"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True}
    )


def _wrapped(text: str, width: int = 46) -> str:
    lines = [""]
    for word in formats.chart_text(text).split():
        if len(lines[-1]) + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
