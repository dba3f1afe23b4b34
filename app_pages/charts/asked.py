"""A chart of any answer: one column along, one up, a colour for each value of a third."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from app_pages.charts import house
from app_pages.language import _

NUMBERS = ("INT", "DECIMAL", "DOUBLE", "FLOAT", "HUGE", "REAL")
MOST_LINES = len(house.PALETTE)


def is_number(kind: str) -> bool:
    """Whether a column of this type can be drawn upwards."""
    return (
        any(word in kind for word in NUMBERS)
        and not kind.endswith("]")
        and "(" not in (kind.replace("DECIMAL(", ""))
    )


def proposed(names: Sequence[str], kinds: Sequence[str]) -> str:
    """The column to go along: the first day or moment, else the first column."""
    for name, kind in zip(names, kinds, strict=True):
        if kind.startswith(("DATE", "TIMESTAMP")):
            return name
    return names[0]


def lines(
    rows: list[dict[str, Any]], x: str, y: str, by: str | None, *, is_invented: bool
) -> tuple[go.Figure, str | None]:
    """Points in the order of the answer, joined where they go along days or numbers.

    Also what was left out of the drawing, in words.
    """
    groups: dict[Any, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row[by] if by else None, []).append(row)
    drawn = house.figure(420)
    is_text = any(isinstance(row[x], str) for row in rows)
    for place, (name, members) in enumerate(list(groups.items())[:MOST_LINES]):
        shared: dict[str, Any] = {
            "x": [row[x] for row in members],
            "y": [None if row[y] is None else float(row[y]) for row in members],
            "name": str(name) if by else y,
        }
        colour = house.PALETTE[place]
        if is_text:
            drawn.add_bar(marker={"color": colour}, **shared)
        else:
            drawn.add_scatter(mode="lines+markers", line={"color": colour}, **shared)
    drawn.update_yaxes(rangemode="tozero", tickformat=",~g")
    house.name_y_axis(drawn, y)
    if by:
        house.legend_above(drawn)
    house.mark_illustrative(drawn, [{"illustrative": is_invented}])
    if len(groups) > MOST_LINES:
        some = _("The first {most} of {all} values of {column} are drawn.")
        return drawn, some.format(most=MOST_LINES, all=len(groups), column=by)
    return drawn, None
