"""The house style of every chart: fonts, axes, colours that hold on light and dark, and marks."""

from collections.abc import Callable, Sequence
from math import ceil, floor, log10
from typing import Any, Literal

import plotly.graph_objects as go
import streamlit as st

from app_pages import formats
from app_pages.language import N_, _

FONT = (
    '"Source Sans", "Source Sans 3", "Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", '
    '"Microsoft JhengHei", "Noto Sans", sans-serif'
)
GREY = "#757b84"
TARGET = "#b4468f"
PALETTE = (
    "#2f7fd0",
    "#c8691c",
    "#2f9370",
    "#a361c7",
    "#b38a00",
    "#c2506a",
    "#5b7f95",
    "#8a6d3b",
    "#3f9fae",
)
WARNING = "#d8424f"
FLAGS = "flags"  # the `meta` of a trace whose points are events; its `text` says which
INVENTED = "invented"  # the name of the note across a chart that says MARK
MARK = N_("<b>ILLUSTRATIVE</b><br>invented data")
BADGE = N_(":red-badge[ILLUSTRATIVE: invented data]")
CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset"}


def figure(height: int = 380) -> go.Figure:
    """An empty figure in the house style.

    Plotly checks what it is made with once; each later update of it costs as much as the whole.
    """
    return go.Figure(
        layout={
            "height": height,
            "margin": {"l": 8, "r": 12, "t": 44, "b": 8},
            "font": {"family": FONT, "size": 13},
            "showlegend": False,
            "hovermode": "closest",
            "hoverlabel": {"align": "left", "font": {"family": FONT, "size": 13}},
            "dragmode": False,
            "separators": ".,",
            "bargap": 0.25,
            "xaxis": {"showgrid": False, "fixedrange": True, "automargin": True},
            "yaxis": {"fixedrange": True, "automargin": True, "zeroline": True, "nticks": 6},
        }
    )


def name_y_axis(drawn: go.Figure, title: str) -> None:
    """The title of the y axis, written level above it, where it also fits a narrow screen."""
    drawn.add_annotation(
        text=title,
        xref="paper",
        yref="paper",
        x=0,
        y=1,
        xanchor="left",
        yanchor="bottom",
        yshift=34 if drawn.layout.legend.yanchor == "bottom" else 10,
        showarrow=False,
        font={"size": 12},
        align="left",
    )


def unit_ticks(drawn: go.Figure, values: Sequence[Any], unit: str, *, zero: bool = True) -> None:
    """Ticks on round numbers, each written with its unit as everywhere else on the page."""
    known = [float(value) for value in values if value is not None]
    if not known:
        return
    low, high = (min(0.0, *known) if zero else min(known)), max(known)
    step = round_step((high - low) / 5 or abs(high) / 5 or 1.0)
    marks = [step * place for place in range(floor(low / step), ceil(high / step) + 1)]
    drawn.update_yaxes(
        tickmode="array", tickvals=marks, ticktext=[formats.amount(mark, unit) for mark in marks]
    )


def round_step(rough: float) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is not below the rough step."""
    power = 10.0 ** floor(log10(rough))
    return next(power * part for part in (1, 2, 2.5, 5, 10) if power * part >= rough * 0.999)


def badge(rows: Sequence[dict[str, Any]]) -> str:
    """The badge for a title whose chart has an invented figure among its own; else nothing."""
    return f" {_(BADGE)}" if any(row["illustrative"] for row in rows) else ""


def headline(title: str, rows: Sequence[dict[str, Any]], *, level: int = 3) -> None:
    """What a chart or table found, above it, with the badge of what is invented.

    `level` is that of the heading: 2 where it stands for itself, 3 where it stands in a section.
    """
    st.markdown(f"{'#' * level} {formats.plain(title)}{badge(rows)}")


def mark_illustrative(
    drawn: go.Figure, rows: Sequence[dict[str, Any]], *, at_top: bool = False
) -> None:
    """Write across the plot that figures are invented, so that a picture of it says so.

    A plot filled with colour leaves room for it at its top: red on colour could not be read.
    """
    if not any(row["illustrative"] for row in rows):
        return
    drawn.add_annotation(
        name=INVENTED,
        text=f'<span style="color: {WARNING}">{_(MARK)}</span>',
        xref="paper",
        yref="paper",
        x=0.5,
        y=1 if at_top else 0.55,
        yanchor="top" if at_top else "middle",
        showarrow=False,
        textangle=0 if at_top else -14,
        font={"size": 24 if at_top else 28},
        align="center",
    )


def legend_above(drawn: go.Figure) -> None:
    """A legend above the plot, for the charts where labels beside the lines would collide."""
    drawn.update_layout(
        showlegend=True,
        margin={"t": 72},
        legend={
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 1.01,
            "yanchor": "bottom",
            "yref": "paper",
            "title": None,
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )


def legend_below(drawn: go.Figure) -> None:
    """A legend under the finished plot, of the series that have a name."""
    drawn.update_layout(
        showlegend=True,
        legend={
            "orientation": "h",
            "font": {"size": 12},
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "title": None,
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    drawn.for_each_trace(lambda trace: trace.update(showlegend=trace.name is not None))


def see_through(colour: str, opacity: float) -> str:
    """A #rrggbb colour as rgba."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {opacity})"


def colours(rows: Sequence[dict[str, Any]]) -> dict[str, str]:
    """The colour of each app: its own from the watch list, else one of the palette by place."""
    chosen: dict[str, str] = {}
    for row in rows:
        if row["app_id"] not in chosen:
            chosen[row["app_id"]] = row.get("colour") or PALETTE[len(chosen) % len(PALETTE)]
    return chosen


def draw(
    drawn: go.Figure,
    key: str,
    description: str,
    on_select: Callable[[], None] | Literal["ignore"] = "ignore",
) -> None:
    """Put a figure on the page, in the colours of the theme, with a name for screen readers."""
    st.plotly_chart(
        drawn,
        width="stretch",
        key=key,
        config=CONFIG,
        alt=description,
        on_select=on_select,
        selection_mode="points",
    )
