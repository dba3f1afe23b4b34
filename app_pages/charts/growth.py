"""Charts of the Growth page: estimates of several apps by month, as level, change or index."""

from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house
from app_pages.language import _, is_chinese

Row = dict[str, Any]
COLUMNS = {"level": "value", "change": "mom_change", "index": "index"}
HATCH = {"shape": "/", "fillmode": "replace", "size": 6, "solidity": 0.35}


def by_month(rows: list[Row], view: str, unit: str) -> go.Figure:
    """One series an app; a part month is hatched or hollow and never joined as a whole one."""
    drawn = house.figure(400)
    colours = house.colours(rows)
    for app_id, colour in colours.items():
        own = [row for row in rows if row["app_id"] == app_id]
        if view == "index":
            _line(drawn, own, colour)
        else:
            _bars(drawn, own, view, colour)
    house.legend_above(drawn)
    drawn.update_xaxes(tickformat=_("%b<br>%Y"), dtick="M3", ticks="outside")
    if view == "change":
        drawn.update_yaxes(tickformat="+.0%")
        house.name_y_axis(drawn, _("Change on the month before, %"))
    elif view == "index":
        house.name_y_axis(drawn, _("Index, first complete month = 100"))
    else:
        drawn.update_yaxes(rangemode="tozero")
        house.unit_ticks(drawn, [row["value"] for row in rows], unit)
        house.name_y_axis(drawn, _("{unit} a month").format(unit=formats.unit_name(unit)))
    house.mark_illustrative(drawn, rows)
    return drawn


def shown_value(row: Row, view: str) -> Any:
    """What the chart draws for a row; a part month's change is the like-for-like one."""
    if view == "change" and not row["complete"]:
        return row["mtd_change"]
    return row[COLUMNS[view]]


def point_id(row: Row) -> str:
    """What a point is called by who asks where it comes from."""
    return f"{row['app_id']} {row['month']}"


def _bars(drawn: go.Figure, own: list[Row], view: str, colour: str) -> None:
    shown = [row for row in own if shown_value(row, view) is not None]
    drawn.add_bar(
        x=[row["month"] for row in shown],
        y=[float(shown_value(row, view)) for row in shown],
        ids=[point_id(row) for row in shown],
        name=_name(own[0]),
        marker={
            "color": colour,
            "line": {"color": colour, "width": 1},
            "pattern": {
                **HATCH,
                "shape": ["" if row["complete"] else HATCH["shape"] for row in shown],
                "fgcolor": colour,
            },
        },
        customdata=[_hover(row) for row in shown],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _line(drawn: go.Figure, own: list[Row], colour: str) -> None:
    drawn.add_scatter(
        x=[row["month"] for row in own],
        y=[None if row["index"] is None else float(row["index"]) for row in own],
        ids=[point_id(row) for row in own],
        name=_name(own[0]),
        mode="lines+markers",
        connectgaps=False,
        line={"color": colour, "width": 2.5},
        marker={"size": 6},
        customdata=[_hover(row) for row in own],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _name(row: Row) -> str:
    return formats.app_name(row["name_en"], row["name_zh"])


def _hover(row: Row) -> str:
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    lines = [f"<b>{_name(row)}, {formats.month(row['month'])}: {figure}</b>"]
    if row["complete"]:
        month, year = formats.change(row["mom_change"]), formats.change(row["yoy_change"])
        lines.append(_("{change} on the month before").format(change=month))
        lines.append(_("{change} on the year before").format(change=year))
    else:
        lines.append(part_month_text(row))
    if row["index"] is not None:
        index = f"{formats.rounded(row['index'], 0):,f}"
        lines.append(_("index {index}").format(index=index))
    lines.append(formats.source_line(row))
    return "<br>".join(lines)


def part_month_text(row: Row) -> str:
    """What a part month covers and its like-for-like change."""
    covered = _("part month, {days}").format(days=covered_days(row))
    if row["mtd_change"] is None:
        return covered
    return _("{covered}: {change} on the first {days} days of the month before").format(
        covered=covered, change=formats.change(row["mtd_change"]), days=row["mtd_days"]
    )


def covered_days(row: Row) -> str:
    """The days a part month covers: 1 to 17 October 2026."""
    first, last = row["covered_from"], row["covered_through"]
    if first is None or last is None:
        return _("days unknown")
    days = _("{first} to {last}").format(first=first.day, last=formats.day(last))
    if is_chinese():
        days = f"{formats.day(first)}至{last.day}日"
    if row["days_covered"] is not None and row["days_covered"] < (last - first).days + 1:
        return _("{n} of the days {days}").format(n=row["days_covered"], days=days)
    return days
