"""The chart of what each issuer said a period would bring, on the day it was said."""

from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import caveats, formats
from app_pages.charts import house
from app_pages.language import _

Row = dict[str, Any]
DIRECT = 4
SYMBOLS = {"guidance": "diamond", "forecast": "circle"}


def revisions(targets: list[Row], consensus: Row | None) -> go.Figure:
    """One step line an issuer; guidance diamonds, forecasts circles, contradicted ones hollow.

    A consensus of several forecasters stands apart, as a bar at the right edge.
    """
    drawn = house.figure(360)
    heights = [t["value_usd"] for t in targets]
    issuers = list(dict.fromkeys((t["issuer"], t["unit"]) for t in targets))
    for place, (issuer, unit) in enumerate(issuers):
        own = [t for t in targets if (t["issuer"], t["unit"]) == (issuer, unit)]
        colour = house.PALETTE[place % len(house.PALETTE)]
        _steps(drawn, [t for t in own if not t["is_conflict"]], colour)
        _points(drawn, own, colour, min(heights), crowded=len(issuers) > DIRECT)
    first = min(t["stands_by"] for t in targets)
    last = max(t["stands_by"] for t in targets)
    span = max((last - first).days, 60)
    room = 0.1 if len(issuers) > DIRECT else 0.6
    drawn.update_xaxes(
        range=[first - timedelta(days=span * 0.08), last + timedelta(days=span * room)],
        tickformat=_("%b<br>%Y"),
        ticks="outside",
        dtick="M1" if span < 120 else "M2" if span < 300 else "M3",
    )
    if consensus is not None:
        edge = last + timedelta(days=span * (room - 0.03))
        _consensus(drawn, consensus, edge, crowded=len(issuers) > DIRECT)
    low, high = float(min(heights)), float(max(heights))
    spread = high - low or high * 0.1
    span_of_axis = [low - spread * 0.3, high + spread * 0.15]
    drawn.update_yaxes(range=span_of_axis)
    house.unit_ticks(drawn, span_of_axis, "USD", zero=False)
    house.name_y_axis(drawn, _("US$ for the period, by the day it was said"))
    if len(issuers) > DIRECT:
        house.legend_below(drawn)
    house.mark_illustrative(drawn, targets)
    return drawn


def _steps(drawn: go.Figure, line: list[Row], colour: str) -> None:
    drawn.add_scatter(
        x=[t["stands_by"] for t in line],
        y=[float(t["value_usd"]) for t in line],
        mode="lines",
        line={"color": colour, "width": 2, "shape": "hv"},
        hoverinfo="skip",
    )


def _points(drawn: go.Figure, own: list[Row], colour: str, lowest: Any, *, crowded: bool) -> None:
    newest = next((t for t in own if t["is_newest"]), own[-1])
    drawn.add_scatter(
        x=[t["stands_by"] for t in own],
        y=[float(t["value_usd"]) for t in own],
        ids=[t["target_id"] for t in own],
        name=_label(newest).replace("<br>", "") if crowded else None,
        mode="markers" if crowded else "markers+text",
        marker={
            "color": colour,
            "size": 11,
            "line": {"width": 2, "color": colour},
            "symbol": [
                SYMBOLS.get(t["kind"], "square") + ("-open" if t["is_conflict"] else "")
                for t in own
            ],
        },
        text=[_label(t) for t in own],
        textposition=["bottom right" if t["value_usd"] == lowest else "middle right" for t in own],
        textfont={"size": 12},
        customdata=[_hover(t) for t in own],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _consensus(drawn: go.Figure, consensus: Row, edge: date, *, crowded: bool) -> None:
    """Lowest, mean and highest forecast as a bar of its own: no issuer said it."""
    mean = float(consensus["mean_usd"])
    figure = formats.target_amount(consensus["mean_usd"], "USD", consensus["bound"])
    name = _("mean of {count}: {figure}").format(count=consensus["issuers"], figure=figure)
    lowest, highest = (
        formats.amount(consensus[column], "USD") for column in ("low_usd", "high_usd")
    )
    drawn.add_scatter(
        x=[edge],
        y=[mean],
        ids=["consensus"],
        name=name if crowded else None,
        mode="markers" if crowded else "markers+text",
        marker={"symbol": "square-open", "size": 10, "color": house.GREY, "line": {"width": 2}},
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [float(consensus["high_usd"]) - mean],
            "arrayminus": [mean - float(consensus["low_usd"])],
            "color": house.GREY,
            "thickness": 1.5,
            "width": 5,
        },
        text=[f"{name}  ".replace(_(": "), "  <br>")],
        textposition="middle left",
        textfont={"size": 12},
        customdata=[
            _(
                "<b>Consensus of {count} forecasters: mean {figure}</b><br>lowest {lowest}, "
                "highest {highest}<br>computed, said by nobody; no guidance in it"
            ).format(count=consensus["issuers"], figure=figure, lowest=lowest, highest=highest)
        ],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
    )


def _label(target: Row) -> str:
    figure = formats.target_amount(target["value"], target["unit"], target["bound"])
    if target["is_conflict"]:
        return _("  {figure},<br>  contradicted").format(figure=figure)
    return f"  {formats.chart_text(target['issuer'])}<br>  {figure}" if target["is_newest"] else ""


def _hover(target: Row) -> str:
    lines = [
        f"<b>{formats.chart_text(target['issuer'])}: "
        f"{formats.target_amount(target['value'], target['unit'], target['bound'])}</b>",
        _("{kind}, said {day}").format(
            kind=_(target["kind"]),
            day=formats.said_on(target["said_from"], target["first_said"]),
        ),
        _("read in {publisher}").format(publisher=formats.chart_text(target["publisher"])),
    ]
    if target["set_by"] is not None:
        day = formats.said_on(target["set_from"], target["set_by"])
        lines.insert(1, _("set {day}").format(day=day))
    if target["unit"] != "USD":
        lines.insert(
            1, f"= {formats.amount(target['value_usd'], 'USD')} ({caveats.rate(target['fx_rule'])})"
        )
    if target["supersedes_value"] is not None:
        before = formats.target_amount(target["supersedes_value"], target["unit"], target["bound"])
        lines.append(_("before: {figure}").format(figure=before))
    if target["is_conflict"]:
        lines.append(_("contradicted: see the table below"))
    return "<br>".join(lines)
