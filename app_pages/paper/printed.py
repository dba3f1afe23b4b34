"""A chart with its words inside the figure, for the browser to save as PNG by itself."""

from textwrap import wrap

import plotly.graph_objects as go

from app_pages import formats
from app_pages.charts import house
from app_pages.exports import Taken
from app_pages.language import N_, _
from app_pages.paper import flags, memo, scales, svg

WIDTH, PLOT_HEIGHT, LINE = 1200, 470, 19
ACROSS = (100, 1160)  # from where to where the plot reaches
HEAD_LETTERS, TEXT_LETTERS = 80, 138
PART = N_("Hatched: a part month, drawn as far as it is known.")


def figure(what: Taken, drawn: go.Figure) -> go.Figure:
    """A copy on white with title, words, source and day; its mark of invented figures stays."""
    head = wrap(what.title, HEAD_LETTERS)
    note = wrap(what.note, TEXT_LETTERS)
    told = [_(PART)] if svg.has_part_month(drawn) else []
    told += [*flags.lines(drawn), *memo.told(what)]
    foot = [line for text in told for line in wrap(text, TEXT_LETTERS)]
    top = 30 * len(head) + LINE * len(note) + (110 if drawn.layout.showlegend else 84)
    below = drawn.layout.legend.yref == "container"
    bottom = 64 + LINE * len(foot) + (70 if below else 0)
    copy = go.Figure(drawn)
    _number_flags(copy)
    copy.update_layout(
        width=WIDTH,
        height=PLOT_HEIGHT + top + bottom,
        margin={"l": ACROSS[0], "r": WIDTH - ACROSS[1], "t": top, "b": bottom},
        template="plotly_white",
        paper_bgcolor="#ffffff",
        plot_bgcolor="#ffffff",
        font={"color": svg.INK, "size": 14, "family": svg.FONT},
    )
    if below:
        copy.update_layout(legend={"yref": "paper", "y": -0.13, "yanchor": "top"})
    title = [f"<b>{formats.chart_text(line)}</b>" for line in head]
    for lines, size, edge, shift in (
        (title, 22, 1, top - 14),
        (list(map(formats.chart_text, note)), 14, 1, top - 22 - 30 * len(head)),
        (list(map(formats.chart_text, foot)), 13, 0, 10 + LINE * len(foot) - bottom),
    ):
        copy.add_annotation(
            text="<br>".join(lines),
            xref="paper",
            yref="paper",
            x=0,
            y=edge,
            xshift=-84,
            yshift=shift,
            xanchor="left",
            yanchor="top",
            align="left",
            showarrow=False,
            font={"size": size},
        )
    return copy


def _number_flags(copy: go.Figure) -> None:
    """Give each flag its number, and let one beside another fly above it."""
    found = list(flags.levels(flags.of(copy), scales.of_x(copy, *ACROSS)))
    heights = [0.06 + level * flags.LINE / PLOT_HEIGHT for _flag, _x, level in found]
    copy.update_traces(
        selector={"meta": house.FLAGS},
        y=heights,
        mode="markers+text",
        text=[str(flag.number) for flag, _x, _level in found],
        textposition="middle right",
    )
    tops = {flag.day: height for (flag, _x, _level), height in zip(found, heights, strict=True)}
    for shape in copy.layout.shapes:
        if shape.yref == "paper" and shape.x0 == shape.x1:
            shape.y1 = tops.get(shape.x0, shape.y1)


def config(what: Taken, shown: go.Figure) -> dict[str, object]:
    """The one button of the picture: saves it whole, however narrow the screen is."""
    return {
        "displayModeBar": True,
        "displaylogo": False,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": {
            "format": "png",
            "filename": what.file_name("png").removesuffix(".png"),
            "width": shown.layout.width,
            "height": shown.layout.height,
            "scale": 2,
        },
    }
