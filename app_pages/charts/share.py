"""Charts of estimates beside each other: shares of the tracked set, ratios, two sources."""

from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from app_pages import caveats, formats
from app_pages.charts import house
from app_pages.language import _, _n

Row = dict[str, Any]

LABELLED = 3  # more apps than this need a legend: labels beside the last bar would collide
PLATFORM_MARKS = {
    "all": ("circle", "solid"),
    "ios": ("circle", "solid"),
    "android": ("square", "dash"),
    "web": ("triangle-up", "dot"),
}


def shares(rows: list[Row], colours: dict[str, str]) -> go.Figure:
    """Whole months as columns of 100%, an app a part; a month without two apps is a gap."""
    drawn = house.figure(360)
    known = [row for row in rows if row["share"] is not None]
    app_ids = [app_id for app_id in colours if app_id in {row["app_id"] for row in known}]
    for app_id in app_ids:
        own = [row for row in known if row["app_id"] == app_id]
        drawn.add_bar(
            x=[row["month"] for row in own],
            y=[float(row["share"]) for row in own],
            name=_name(own[0]),
            marker={"color": colours[app_id]},
            customdata=[_share_hover(row) for row in own],
            hovertemplate="%{customdata}<extra></extra>",
        )
    drawn.update_layout(barmode="stack", bargap=0.12)
    drawn.update_xaxes(tickformat=_("%b<br>%Y"), dtick="M3", ticks="outside")
    invented = any(row["illustrative"] for row in rows)
    drawn.update_yaxes(range=[0, 1.5 if invented else 1], tickformat=".0%", tickvals=[0, 0.5, 1])
    house.name_y_axis(drawn, _("Share of the tracked apps' total"))
    if len(app_ids) > LABELLED:
        house.legend_above(drawn)
    else:
        _label_last(drawn, known, app_ids)
    house.mark_illustrative(drawn, rows, at_top=True)
    return drawn


def _label_last(drawn: go.Figure, known: list[Row], app_ids: list[str]) -> None:
    """Each app's name and share beside its part of the newest column."""
    last = max(row["month"] for row in known)
    newest = {row["app_id"]: row for row in known if row["month"] == last}
    drawn.update_layout(margin={"r": 96})
    foot = 0.0
    for app_id in app_ids:
        if app_id not in newest:
            continue
        row = newest[app_id]
        height = float(row["share"])
        drawn.add_annotation(
            x=1,
            xref="paper",
            y=foot + height / 2,
            xanchor="left",
            xshift=4,
            text=f"{formats.chart_text(row['name_en'])}<br><b>"
            f"{formats.part(row['share'], row['share_bound'])}</b>",
            align="left",
            showarrow=False,
            font={"size": 13},
        )
        foot += height


def _share_hover(row: Row) -> str:
    part = formats.part(row["share"], row["share_bound"])
    figure = formats.amount(row["value"], row["unit"])
    whole = formats.amount(row["set_value"], row["unit"])
    lines = [
        f"<b>{_name(row)}, {formats.month(row['month'])}: {part}</b>",
        _n(
            "{figure} of {whole} of {n} app",
            "{figure} of {whole} of {n} apps",
            row["apps"],
            figure=figure,
            whole=whole,
        ),
        caveats.caveat(row),
        formats.source_line(row),
    ]
    return "<br>".join(filter(None, lines))


def ratios(rows: list[Row], colours: dict[str, str], unit: str) -> go.Figure:
    """Revenue for each user or download, a line an app; a missing month opens its line."""
    drawn = house.figure(300)
    for app_id, colour in colours.items():
        own = [row for row in rows if row["app_id"] == app_id]
        if own:
            _line(drawn, own, "ratio", _ratio_hover, {"color": colour, "width": 2.5}, _name(own[0]))
    house.legend_above(drawn)
    drawn.update_xaxes(tickformat=_("%b<br>%Y"), dtick="M3", ticks="outside")
    drawn.update_yaxes(rangemode="tozero")
    house.unit_ticks(drawn, [row["ratio"] for row in rows], unit)
    house.name_y_axis(drawn, _("{unit} for each").format(unit=formats.unit_name(unit)))
    house.mark_illustrative(drawn, rows)
    return drawn


def _ratio_hover(row: Row) -> str:
    ratio = formats.amount(row["ratio"], row["unit"], row["ratio_bound"])
    revenue = formats.amount(row["revenue"], row["unit"])
    counted = formats.amount(row["counted"], "users" if row["per"] == "mau" else "downloads")
    lines = [
        f"<b>{_name(row)}, {formats.month(row['month'])}: {ratio}</b>",
        f"{revenue} ÷ {counted}",
        caveats.caveat(row),
        formats.source_line(row),
    ]
    return "<br>".join(filter(None, lines))


def off_by(rows: list[Row], colours: dict[str, str]) -> go.Figure:
    """How far the second source is from the first, by month; a part month is a hollow mark."""
    drawn = house.figure(360)
    known = [row for row in rows if row["off_by"] is not None]
    for app_id, platform in dict.fromkeys((row["app_id"], row["platform"]) for row in known):
        own = [r for r in known if (r["app_id"], r["platform"]) == (app_id, platform)]
        symbol, dash = PLATFORM_MARKS.get(platform, ("diamond", "dot"))
        line = {"color": colours.get(app_id, house.GREY), "width": 2, "dash": dash}
        name = f"{formats.chart_text(own[0]['name_en'])}, {platform_word(platform)}"
        _line(drawn, own, "off_by", _off_hover, line, name, symbol)
    drawn.add_hline(y=0, line={"color": house.GREY, "width": 1})
    drawn.update_xaxes(tickformat=_("%b<br>%Y"), dtick="M3", ticks="outside")
    drawn.update_yaxes(tickformat="+.0%", zeroline=False)
    house.name_y_axis(drawn, _("Second source against the first, %"))
    house.legend_below(drawn)
    house.mark_illustrative(drawn, rows)
    return drawn


def platform_word(platform: str) -> str:
    """iOS, Android, web, all platforms."""
    names = {"all": _("all platforms"), "ios": "iOS", "android": "Android"}
    return names.get(platform, platform)


def _off_hover(row: Row) -> str:
    one = formats.amount(row["value"], row["unit"], row["bound"])
    other = formats.amount(row["other_value"], row["unit"], row["other_bound"])
    part = "" if row["complete"] else _(", part month")
    lines = [
        f"<b>{_name(row)}, {platform_word(row['platform'])}, {formats.month(row['month'])}{part}: "
        f"{formats.change(row['off_by'])}</b>",
        f"{formats.chart_text(row['source_id'])}: {one}",
        f"{formats.chart_text(row['other_source_id'])}: {other}",
        caveats.caveat(row),
        formats.source_line(row),
    ]
    return "<br>".join(filter(None, lines))


def _line(
    drawn: go.Figure,
    own: list[Row],
    column: str,
    hover: Callable[[Row], str],
    line: dict[str, Any],
    name: str,
    symbol: str = "circle",
) -> None:
    """A line by month that is open where a month is missing."""
    points: list[tuple[Any, Any, str, str]] = []
    for row in own:
        if points and _months(row["month"]) > _months(points[-1][0]) + 1:
            points.append((points[-1][0], None, "", symbol))
        mark = symbol if row.get("complete", True) else f"{symbol}-open"
        points.append((row["month"], float(row[column]), hover(row), mark))
    drawn.add_scatter(
        x=[point[0] for point in points],
        y=[point[1] for point in points],
        name=name,
        mode="lines+markers",
        connectgaps=False,
        line=line,
        marker={
            "size": 7,
            "color": line["color"],
            "symbol": [point[3] for point in points],
            "line": {"width": 1.5, "color": line["color"]},
        },
        customdata=[point[2] for point in points],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _months(day: Any) -> int:
    return int(day.year * 12 + day.month)


def _name(row: Row) -> str:
    return formats.chart_text(formats.app_name(row["name_en"], row["name_zh"]))
