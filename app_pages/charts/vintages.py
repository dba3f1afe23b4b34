"""The chart of one figure's history: what it was said to be, on the day it was said."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house
from app_pages.language import _

Row = dict[str, Any]


def steps(vintages: list[Row], colour: str, today: date) -> go.Figure:
    """A step line through what counts, up to today; hollow marks for what does not."""
    drawn = house.figure(320)
    unit = vintages[0]["unit"]
    line = [row for row in vintages if row["counts"]]
    if line:
        drawn.add_scatter(
            x=[*(row["as_of"] for row in line), max(today, line[-1]["as_of"])],
            y=[*(float(row["value"]) for row in line), float(line[-1]["value"])],
            mode="lines",
            line={"color": colour, "width": 2, "shape": "hv"},
            hoverinfo="skip",
        )
    drawn.add_scatter(
        x=[row["as_of"] for row in vintages],
        y=[float(row["value"]) for row in vintages],
        ids=[str(row["vintage_no"]) for row in vintages],
        mode="markers",
        marker={
            "color": colour,
            "size": 11,
            "line": {"width": 2, "color": colour},
            "symbol": ["circle" if row["counts"] else "circle-open" for row in vintages],
        },
        customdata=[_hover(row) for row in vintages],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )
    first = vintages[0]["as_of"]
    span = max((today - first).days, 30)
    drawn.update_xaxes(
        range=[first - timedelta(days=span * 0.04), today + timedelta(days=span * 0.04)],
        tickformat=_("%-d %b<br>%Y"),
        nticks=5,
        ticks="outside",
    )
    heights = [float(row["value"]) for row in vintages]
    room = (max(heights) - min(heights)) * 0.2 or max(heights) * 0.1 or 1.0
    ends = [min(heights) - room, max(heights) + room]
    drawn.update_yaxes(range=ends)
    house.unit_ticks(drawn, ends, unit, zero=False)
    house.name_y_axis(
        drawn, _("{unit}, by the day it was said").format(unit=formats.unit_name(unit))
    )
    house.mark_illustrative(drawn, vintages)
    return drawn


def _hover(row: Row) -> str:
    lines = [
        f"<b>{formats.amount(row['value'], row['unit'], row['bound'])}</b>",
        _("said {day}").format(day=formats.said_on(row["said_from"], row["as_of"])),
        _("by {publisher}").format(publisher=formats.chart_text(row["publisher"])),
    ]
    return "<br>".join(lines if row["counts"] else [*lines, _("not the statement that counts")])
