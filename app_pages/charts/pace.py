"""Charts of the Pace page: the cumulative race to a target, and what issuers said it should be."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house

Row = dict[str, Any]


def cumulative(months: list[Row], target: Row, events: list[Row], colour: str) -> go.Figure:
    """Reported steps; dotted and hollow the projected part, its range; target and even path."""
    drawn = house.figure(430)
    reported = [m for m in months if m["state"] == "reported" and m["cumulative_usd"] is not None]
    ahead = [m for m in months if m["state"] != "reported" and m["cumulative_usd"] is not None]
    start = target["period_start"]
    _even_path(drawn, months, start)
    _range_ahead(drawn, reported, ahead, start, colour)
    _projected(drawn, reported, ahead, start, colour)
    _reported(drawn, reported, start, colour)
    _target_line(drawn, target)
    _events(drawn, events)
    drawn.update_xaxes(
        range=[start - timedelta(days=4), target["period_end"] + timedelta(days=12)],
        tickformat="%b<br>%Y",
        dtick="M3",
        tick0=start,
        ticks="outside",
    )
    drawn.update_yaxes(rangemode="tozero")
    heights = [m[column] for m in months for column in ("cumulative_usd", "cumulative_high_usd")]
    house.unit_ticks(drawn, [*heights, target["value_usd"]], "USD")
    house.name_y_axis(drawn, "US$, cumulative since " + formats.day(start))
    return drawn


def _money(value: Any) -> float | None:
    return None if value is None else float(value)


def _reported(drawn: go.Figure, reported: list[Row], start: date, colour: str) -> None:
    if not reported:
        return
    points = [(start, 0.0)] + [(m["month_end"], _money(m["cumulative_usd"])) for m in reported]
    drawn.add_scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="lines",
        line={"color": colour, "width": 3, "shape": "hv"},
        hoverinfo="skip",
    )
    drawn.add_scatter(
        x=[m["month_end"] for m in reported],
        y=[_money(m["cumulative_usd"]) for m in reported],
        mode="markers+text",
        marker={"color": colour, "size": 11},
        text=[formats.amount(m["cumulative_usd"], "USD", m["cumulative_bound"]) for m in reported],
        textposition="top left",
        textfont={"size": 13},
        customdata=[_hover(m, "Reported by the company") for m in reported],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _hover(month: Row, what: str) -> str:
    lines = [
        f"<b>{formats.amount(month['cumulative_usd'], 'USD', month['cumulative_bound'])}</b>",
        f"{what}, cumulative to {formats.day(month['month_end'])}",
        f"{formats.share(month['share_of_target'], month['cumulative_bound'])} of the target; "
        f"{formats.share(month['share_of_period'])} of the period gone",
    ]
    if month["cumulative_low_usd"] is not None and month["state"] != "reported":
        low = formats.amount(month["cumulative_low_usd"], "USD")
        high = formats.amount(month["cumulative_high_usd"], "USD")
        lines.append(f"By the other methods: {low} to {high}")
    lines.append(f"Source: company statements, newest of {formats.day(month['as_of'])}")
    return "<br>".join(lines)


def _last_point(reported: list[Row], start: date) -> tuple[date, float]:
    if not reported:
        return start, 0.0
    return reported[-1]["month_end"], float(reported[-1]["cumulative_usd"])


def _projected(
    drawn: go.Figure, reported: list[Row], ahead: list[Row], start: date, colour: str
) -> None:
    if not ahead:
        return
    joint = _last_point(reported, start)
    drawn.add_scatter(
        x=[joint[0]] + [m["month_end"] for m in ahead],
        y=[joint[1]] + [_money(m["cumulative_usd"]) for m in ahead],
        mode="lines",
        line={"color": colour, "width": 2, "dash": "dot"},
        hoverinfo="skip",
    )
    for state, symbol, what in (
        ("run_rate", "diamond-open", "Company run rate ÷ 12"),
        ("projected", "circle-open", "Projected, not reported"),
    ):
        part = [m for m in ahead if m["state"] == state]
        drawn.add_scatter(
            x=[m["month_end"] for m in part],
            y=[_money(m["cumulative_usd"]) for m in part],
            mode="markers",
            marker={"color": colour, "size": 9, "symbol": symbol, "line": {"width": 2}},
            customdata=[_hover(m, what) for m in part],
            hovertemplate="%{customdata}<extra></extra>",
        )
    drawn.add_annotation(
        x=ahead[-1]["month_end"],
        y=_money(ahead[-1]["cumulative_usd"]),
        text="if the last rate<br>holds",
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        yshift=6,
        align="right",
        font={"size": 12},
    )


def _range_ahead(
    drawn: go.Figure, reported: list[Row], ahead: list[Row], start: date, colour: str
) -> None:
    known = [m for m in ahead if m["cumulative_low_usd"] is not None]
    if not known:
        return
    joint_day, joint_value = _last_point(reported, start)
    days = [joint_day] + [m["month_end"] for m in known]
    for column, fill in (("cumulative_low_usd", None), ("cumulative_high_usd", "tonexty")):
        drawn.add_scatter(
            x=days,
            y=[joint_value] + [_money(m[column]) for m in known],
            mode="lines",
            line={"width": 0},
            fill=fill,
            fillcolor=house.see_through(colour, 0.16),
            hoverinfo="skip",
        )
    drawn.add_annotation(
        x=days[-1],
        y=_money(known[-1]["cumulative_low_usd"]),
        text="nothing more comes",
        showarrow=False,
        xanchor="right",
        yanchor="top",
        yshift=-4,
        font={"size": 12, "color": house.GREY},
    )


def _even_path(drawn: go.Figure, months: list[Row], start: date) -> None:
    path = [m for m in months if m["even_path_usd"] is not None]
    drawn.add_scatter(
        x=[start] + [m["month_end"] for m in path],
        y=[0.0] + [_money(m["even_path_usd"]) for m in path],
        mode="lines",
        line={"color": house.GREY, "width": 1.5, "dash": "dash"},
        customdata=["Even path: the target spread evenly over its days"] * (len(path) + 1),
        hovertemplate="%{customdata}<br>%{x|%-d %B %Y}: US$%{y:.4s}<extra></extra>",
    )
    if len(path) > 3:
        middle = path[len(path) * 3 // 4]
        drawn.add_annotation(
            x=middle["month_end"],
            y=_money(middle["even_path_usd"]),
            text="even path",
            showarrow=False,
            xanchor="left",
            yanchor="top",
            xshift=4,
            yshift=-4,
            font={"size": 12, "color": house.GREY},
        )


def _target_line(drawn: go.Figure, target: Row) -> None:
    value = float(target["value_usd"])
    drawn.add_hline(y=value, line={"color": house.TARGET, "width": 2})
    drawn.add_annotation(
        xref="paper",
        x=0.01,
        y=value,
        xanchor="left",
        yanchor="bottom",
        showarrow=False,
        text=f"{formats.chart_text(target['issuer'])}: {formats.target_amount(value, 'USD', target['bound'])}",
        font={"size": 13, "color": house.TARGET},
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
