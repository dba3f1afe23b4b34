"""The chart of an app's own page: its events along a line of time, a row a kind."""

from datetime import timedelta
from typing import Any

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house
from app_pages.language import N_, _

Row = dict[str, Any]

#: The kinds of events, as files spell them but for the underscore.
KINDS = (
    N_("model release"), N_("app release"), N_("results"), N_("regulation"), N_("pricing"),
    N_("partnership"),
)  # fmt: skip


def events(rows: list[Row]) -> go.Figure:
    """A mark a day and kind; the words stand in its hover and in the list below the chart."""
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    drawn = house.figure(90 + 34 * len(kinds))
    for place, kind in enumerate(kinds):
        own = [row for row in rows if row["kind"] == kind]
        drawn.add_scatter(
            x=[row["event_date"] for row in own],
            y=[len(kinds) - place] * len(own),
            mode="markers",
            marker={
                "symbol": "diamond",
                "size": 11,
                "color": house.PALETTE[place % len(house.PALETTE)],
            },
            customdata=[_hover(row) for row in own],
            hovertemplate="%{customdata}<extra></extra>",
        )
    drawn.update_yaxes(
        tickmode="array",
        tickvals=[len(kinds) - place for place in range(len(kinds))],
        ticktext=[_(kind.replace("_", " ")) for kind in kinds],
        range=[0.5, len(kinds) + 0.5],
        zeroline=False,
        showgrid=True,
    )
    first, last = rows[-1]["event_date"], rows[0]["event_date"]
    room = timedelta(days=max((last - first).days * 0.04, 10))
    drawn.update_xaxes(range=[first - room, last + room], tickformat=_("%b<br>%Y"), nticks=6)
    drawn.update_layout(margin={"t": 12})
    house.mark_illustrative(drawn, rows)
    return drawn


def _hover(row: Row) -> str:
    words, lines = formats.chart_text(row["event"]).split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 46:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    name = formats.chart_text(row["name_en"] or row["app_id"])
    return f"<b>{name}, {formats.day(row['event_date'])}</b><br>{'<br>'.join(lines)}"
