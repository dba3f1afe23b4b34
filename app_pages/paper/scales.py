"""Where the values of a Plotly figure lie on paper: one scale an axis."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from app_pages.charts import house

MONTH_DAYS = 30.4


def as_number(value: Any) -> float:
    """A day as its number, or a number as it is."""
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, str):
        return float(date.fromisoformat(value[:10]).toordinal())
    return float(value)


@dataclass(frozen=True)
class Scale:
    """Turns values of an axis into points of paper; of a category axis each name has a place."""

    low: float
    high: float
    start: float
    end: float
    names: tuple[str, ...] = ()

    def __call__(self, value: Any) -> float:
        """Where a value lies."""
        at = float(self.names.index(str(value))) if self.names else as_number(value)
        return self.start + (at - self.low) / (self.high - self.low) * (self.end - self.start)

    def step(self, values: list[Any]) -> float:
        """The room one of these values has to itself."""
        if self.names:
            apart = 1.0
        else:
            days = sorted({as_number(value) for value in values})
            apart = min((b - a for a, b in pairwise(days)), default=MONTH_DAYS)
        return abs(apart / (self.high - self.low) * (self.end - self.start))


def of_x(drawn: go.Figure, start: float, end: float) -> Scale:
    """The scale of the x axis: categories in their order, else days."""
    axis = drawn.layout.xaxis
    if axis.categoryarray is not None:
        names = tuple(map(str, axis.categoryarray))
        return Scale(-0.5, len(names) - 0.5, start, end, names)
    days = [as_number(x) for trace in drawn.data for x in trace.x if x is not None]
    if axis.range is not None:
        low, high = map(as_number, axis.range)
    else:
        room = MONTH_DAYS / 2 if any(trace.type == "bar" for trace in drawn.data) else 3.0
        low, high = min(days) - room, max(days) + room
    return Scale(low, high, start, end)


def of_y(drawn: go.Figure, start: float, end: float) -> Scale:
    """The scale of the y axis: its range where it has one, else from nothing to the highest."""
    axis = drawn.layout.yaxis
    if axis.range is not None:
        low, high = map(float, axis.range)
        return Scale(low, high, start, end)
    values = [float(y) for trace in on_first(drawn) for y in trace.y if y is not None]
    values += [float(mark) for mark in axis.tickvals or ()]
    values += [float(shape.y0) for shape in drawn.layout.shapes if shape.yref == "y"]
    low, high = min([0.0, *values]), max([0.0, *values])
    return Scale(low, (high + (high - low) * 0.04) or 1.0, start, end)


def on_first(drawn: go.Figure) -> list[Any]:
    """The traces of the first y axis."""
    return [trace for trace in drawn.data if trace.yaxis in (None, "y")]


def marks_of_x(drawn: go.Figure, scale: Scale) -> list[tuple[float, str]]:
    """Where the x axis is marked, and with what."""
    if scale.names:
        return [(scale(name), name) for name in scale.names]
    first, last = date.fromordinal(int(scale.low) + 1), date.fromordinal(int(scale.high))
    months = (last.year - first.year) * 12 + last.month - first.month
    if months < 2:
        days = [first + timedelta(days=n) for n in range(0, (last - first).days + 1, 7)]
        return [(scale(day), f"{day.day} {day:%b}<br>{day.year}") for day in days]
    every = 1 if months <= 6 else 3 if months <= 30 else 12
    starts = [
        date(first.year + (first.month - 1 + n) // 12, (first.month - 1 + n) % 12 + 1, 1)
        for n in range(months + 1)
    ]
    return [
        (scale(day), f"{day:%b}<br>{day.year}")
        for day in starts
        if (day.month - 1) % every == 0 and scale.low <= day.toordinal() <= scale.high
    ]


def marks_of_y(drawn: go.Figure, scale: Scale) -> list[tuple[float, str]]:
    """Where the y axis is marked: its own marks, or round steps in its format."""
    axis = drawn.layout.yaxis
    if axis.tickvals is not None:
        pairs = zip(axis.tickvals, axis.ticktext, strict=True)
        return [(scale(at), text) for at, text in pairs if scale.low <= at <= scale.high]
    step = house.round_step((scale.high - scale.low) / 5)
    places = range(int(scale.low // step), int(scale.high // step) + 1)
    percent = "%" in (axis.tickformat or "")
    values = [place * step for place in places if scale.low <= place * step <= scale.high]
    return [(scale(at), f"{at:+.0%}" if percent else f"{at:,.0f}") for at in values]
