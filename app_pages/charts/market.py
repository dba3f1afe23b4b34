"""Charts of the Market page: sizes of the market, run rates of rivals, growth around releases."""

from typing import Any

import plotly.graph_objects as go

from app_pages import caveats, formats
from app_pages.charts import house
from app_pages.language import N_, _

Row = dict[str, Any]

KINDS = {
    "reported": (N_("said by the company"), "diamond", -0.22),
    "press": (N_("press"), "circle-open", 0.0),
    "estimate": (N_("third-party estimate"), "square-open", 0.22),
}
SIDES = (
    (N_("three months before"), "change_before", "circle-open"),
    (N_("three months after"), "change_after", "circle"),
)
ROW_HEIGHT = 42
SCOPE_SYMBOLS = ("circle", "square", "triangle-up", "pentagon")


def sizes(paths: list[Row], parts: list[Row], colours: dict[str, str], unit: str) -> go.Figure:
    """Forecasts of a market's size by year; hollow and dashed what lies between two stated years.

    Ten times as high is one step: the sizes differ by more than that. Diamonds: what apps reported.
    """
    drawn = house.figure(470)
    issuers = list(dict.fromkeys(row["issuer"] for row in paths))
    for place, issuer in enumerate(issuers):
        own = [row for row in paths if row["issuer"] == issuer]
        colour = house.PALETTE[(place + 1) % len(house.PALETTE)]
        for turn, scope in enumerate(dict.fromkeys(row["scope"] for row in own)):
            path = [row for row in own if row["scope"] == scope]
            _path(drawn, path, colour, SCOPE_SYMBOLS[turn % len(SCOPE_SYMBOLS)], named=turn == 0)
    for app_id in dict.fromkeys(row["app_id"] for row in parts):
        years = {row["year_start"]: row for row in parts if row["app_id"] == app_id}
        _revenue(drawn, [*years.values()], colours.get(app_id, house.GREY))
    values = [row["value"] for row in [*paths, *parts]]
    drawn.update_yaxes(type="log", nticks=None)
    _tenfold_ticks(drawn, values, unit)
    years_shown = [row["year_start"].year for row in [*paths, *parts]]
    drawn.update_xaxes(
        range=[min(years_shown) - 0.6, max(years_shown) + 0.6],
        dtick=1 if max(years_shown) - min(years_shown) < 7 else 2,
        tick0=min(years_shown),
        tickformat="d",
        ticks="outside",
    )
    axis = _("{unit} a year; each step is ten times the last")
    house.name_y_axis(drawn, axis.format(unit=formats.unit_name(unit)))
    house.legend_below(drawn)
    house.mark_illustrative(drawn, [*paths, *parts])
    return drawn


def _path(drawn: go.Figure, path: list[Row], colour: str, symbol: str, *, named: bool) -> None:
    drawn.add_scatter(
        x=[row["year_start"].year for row in path],
        y=[float(row["value"]) for row in path],
        name=formats.chart_text(path[0]["issuer"]) if named else None,
        mode="lines+markers",
        line={"color": colour, "width": 1.5, "dash": "dash"},
        marker={
            "color": colour,
            "size": [6 if row["is_interpolated"] else 11 for row in path],
            "symbol": [f"{symbol}-open" if row["is_interpolated"] else symbol for row in path],
            "opacity": 1,
        },
        customdata=[_path_hover(row) for row in path],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _path_hover(row: Row) -> str:
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    growth = formats.change(row["compound_growth"])
    lines = [
        f"<b>{formats.chart_text(row['issuer'])}, {row['year_start'].year}: {figure}</b>",
        formats.chart_text(row["scope"]),
        _("said by nobody: worked out between {first} and {last} at {growth} a year").format(
            first=row["from_year"], last=row["to_year"], growth=growth
        )
        if row["is_interpolated"]
        else _("forecast"),
        _("Source: {publisher}, said {day}").format(
            publisher=formats.chart_text(row["publisher"]), day=formats.day(row["as_of"])
        ),
    ]
    return "<br>".join(lines)


def _revenue(drawn: go.Figure, years: list[Row], colour: str) -> None:
    """An app's own years, reported: the only marks of this chart that are no forecast."""
    first = years[0]
    name = formats.chart_text(formats.app_name(first["name_en"], first["name_zh"]))
    drawn.add_scatter(
        x=[row["year_start"].year for row in years],
        y=[float(row["value"]) for row in years],
        name=_("{name}: revenue, reported").format(name=name),
        mode="markers+text",
        marker={"symbol": "diamond", "size": 13, "color": colour},
        text=[f"  {formats.amount(row['value'], row['unit'], row['bound'])}" for row in years],
        textposition="middle right",
        customdata=[
            f"<b>{name}, {row['year_start'].year}: "
            f"{formats.amount(row['value'], row['unit'], row['bound'])}</b><br>"
            + _("recognised revenue reported by the company ({what})<br>known since {day}").format(
                what=caveats.sentence(row["taken_from"]), day=formats.day(row["as_of"])
            )
            for row in years
        ],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _tenfold_ticks(drawn: go.Figure, values: list[Any], unit: str) -> None:
    low, high = min(map(float, values)), max(map(float, values))
    marks = [10.0**power for power in range(0, 16) if low / 10 < 10.0**power < high * 10]
    drawn.update_yaxes(
        tickmode="array", tickvals=marks, ticktext=[formats.amount(mark, unit) for mark in marks]
    )


def run_rates(rows: list[Row], colours: dict[str, str], unit: str) -> go.Figure:
    """The newest run rate said of each company, by who says it: a shape each, none joined."""
    app_ids = list(dict.fromkeys(row["app_id"] for row in rows))
    drawn = house.figure(130 + ROW_HEIGHT * len(app_ids))
    places = {app_id: len(app_ids) - place for place, app_id in enumerate(app_ids)}
    labelled: set[str] = set()
    for kind, (name, symbol, aside) in KINDS.items():
        own = [row for row in rows if row["kind"] == kind]
        if own:
            points = [(float(r["value"]), places[r["app_id"]] - aside) for r in own]
            hovers = [_run_rate_hover(row, _(name)) for row in own]
            shades = [
                house.GREY if row["is_denied"] else shade
                for row, shade in zip(own, _shades(own, colours), strict=True)
            ]
            _marks(drawn, _(name), symbol, points, shades, hovers)
    axis_end = 1.15 * max(float(row["value"]) for row in rows)
    for row in rows:
        if row["is_denied"]:
            _label(drawn, row, places[row["app_id"]], axis_end)
        elif row["value"] == row["highest"] and row["app_id"] not in labelled:
            labelled.add(row["app_id"])
            _label(drawn, row, places[row["app_id"]], axis_end)
    names = {row["app_id"]: row["name_en"] for row in rows}
    _rows_axis(drawn, [names[app_id] for app_id in app_ids])
    marks = [house.round_step(axis_end / 3) * place for place in range(0, 4)]
    drawn.update_yaxes(showgrid=False)
    drawn.update_xaxes(
        range=[-0.03 * axis_end, axis_end],
        showgrid=True,
        tickmode="array",
        tickvals=marks,
        ticktext=[formats.amount(mark, unit) for mark in marks],
    )
    axis = _("{unit} a year: a month × 12, as said")
    house.name_y_axis(drawn, axis.format(unit=formats.unit_name(unit)))
    house.legend_below(drawn)
    house.mark_illustrative(drawn, rows)
    return drawn


def _shades(rows: list[Row], colours: dict[str, str]) -> list[str]:
    """The colour of each row's app; grey for one that has none."""
    return [colours.get(row["app_id"], house.GREY) for row in rows]


def _marks(
    drawn: go.Figure,
    name: str,
    symbol: str,
    points: list[tuple[float, float]],
    shades: list[str],
    hovers: list[str],
) -> None:
    """Marks of one shape, each in its app's colour; the legend has the shape in no app's colour."""
    drawn.add_scatter(
        x=[x for x, _ in points],
        y=[y for _, y in points],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": 11,
            "color": shades,
            "line": {"width": 2, "color": shades},
        },
        customdata=hovers,
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )
    grey = {"symbol": symbol, "size": 11, "color": house.GREY}
    grey["line"] = {"width": 2, "color": house.GREY}
    drawn.add_scatter(x=[None], y=[None], name=name, mode="markers", marker=grey)


def _rows_axis(drawn: go.Figure, names: list[str]) -> None:
    """A row a name, the first at the top."""
    drawn.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(names), 0, -1)),
        ticktext=[formats.chart_text(name) for name in names],
        range=[0.4, len(names) + 0.6],
        zeroline=False,
        showgrid=True,
    )


def _label(drawn: go.Figure, row: Row, place: int, axis_end: float) -> None:
    """The figure, its month and whether it was denied, on the side of its mark that has room, also
    on a telephone.
    """
    when = formats.short_month(row["period_end"])
    when = _("{month}, denied").format(month=when) if row["is_denied"] else when
    right = float(row["value"]) < axis_end / 2
    drawn.add_annotation(
        x=float(row["value"]),
        y=place,
        text=f"{formats.amount(row['value'], row['unit'], row['bound'])}<br>{when}",
        xanchor="left" if right else "right",
        align="left" if right else "right",
        xshift=12 if right else -12,
        showarrow=False,
        font={"size": 12},
    )


def _run_rate_hover(row: Row, said_by: str) -> str:
    figure = formats.amount(row["value"], row["unit"], row["bound"])
    lines = [
        _("<b>{name}: {figure} a year</b>").format(
            name=formats.chart_text(row["name_en"]), figure=figure
        ),
        _("run rate of {month}, {said_by}").format(
            month=formats.month(row["period_end"]), said_by=said_by
        ),
        formats.chart_text(row["scope"]),
        _("Source: {publisher}, said {day}").format(
            publisher=formats.chart_text(row["publisher"]),
            day=formats.said_on(row["said_from"], row["as_of"]),
        ),
    ]
    if row["is_denied"]:
        lines.insert(1, _("denied by whom it is about"))
    return "<br>".join(lines)


def around_releases(rows: list[Row], colours: dict[str, str]) -> go.Figure:
    """Growth before a release (hollow) and after it (filled); newest at the top."""
    drawn = house.figure(150 + 30 * len(rows))
    placed = list(zip(rows, range(len(rows), 0, -1), strict=True))
    for row, place in placed:
        ends = [row["change_before"], row["change_after"]]
        if None not in ends:
            drawn.add_scatter(
                x=[float(end) for end in ends],
                y=[place, place],
                mode="lines",
                line={"color": house.GREY, "width": 1.5},
                hoverinfo="skip",
            )
    for name, column, symbol in SIDES:
        known = [(row, place) for row, place in placed if row[column] is not None]
        points = [(float(row[column]), float(place)) for row, place in known]
        own = [row for row, _ in known]
        _marks(drawn, _(name), symbol, points, _shades(own, colours), [*map(_release_hover, own)])
    _rows_axis(drawn, [f"{row['name_en']}, {formats.short_day(row['event_date'])}" for row in rows])
    drawn.update_xaxes(
        tickformat="+.0%", showgrid=False, zeroline=True, nticks=6, rangemode="tozero"
    )
    axis = _("Growth over three months, %:<br>around the release, not caused by it")
    house.name_y_axis(drawn, axis)
    drawn.update_layout(margin={"t": 60})
    house.legend_below(drawn)
    house.mark_illustrative(drawn, rows)
    return drawn


def _release_hover(row: Row) -> str:
    event = formats.chart_text(row["event"])
    lines = [
        f"<b>{formats.day(row['event_date'])}: {event[:60]}{'…' if len(event) > 60 else ''}</b>",
        _("three months before: {change}").format(change=formats.change(row["change_before"])),
        _("three months after: {change}").format(change=formats.change(row["change_after"])),
        _("other releases in those months: {n}").format(n=row["other_releases"]),
        _("what happened around it, not what it caused"),
        formats.source_line(row),
    ]
    return "<br>".join(lines)
