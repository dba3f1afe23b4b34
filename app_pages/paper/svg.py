"""A chart as SVG, drawn from the same figure the page shows, with its words printed in it.

It knows what the house charts use: lines, steps, bands, points, bars, error bars, level lines,
flags of events and notes. Needs no browser; what a reader must know is inside the picture.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape, unescape
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from app_pages.charts import house
from app_pages.language import N_, _
from app_pages.paper import flags, scales
from app_pages.paper.marks import mark
from app_pages.paper.scales import Scale

WIDTH, LEFT, RIGHT = 960, 100, 24
LINE = 17
INK, FAINT = "#1f2430", "#d9dce1"
PART = N_("Dashed outline: a part month, drawn as far as it is known.")
FONT = "Noto Sans, Noto Sans CJK TC, Noto Sans CJK SC, Noto Sans TC, sans-serif"
DASHES = {"dash": "8 5", "dot": "2 4", "longdash": "14 6"}
TAGS = re.compile(r"</?(b|i|span)[^>]*>")


def chart(
    drawn: go.Figure,
    title: str,
    note: str,
    told: Sequence[str],
    *,
    invented: bool,
    is_named: bool = True,
) -> str:
    """The picture: title, what it shows, the chart, its legend, and where it stands.

    One that is not named stands below its title, which then only a screen reader finds in it.
    """
    head = [*_text_block(title, 24, 20, 74, weight=600)] if is_named else []
    top = 24 + 24 * len(head)
    below_title = [*_text_block(note, top + 6, 13, 124)]
    top += LINE * len(below_title) + 40
    bottom = top + 340
    across, up = scales.of_x(drawn, LEFT, WIDTH - RIGHT), scales.of_y(drawn, bottom, top)
    parts = [*head, *below_title, *_axes(drawn, across, up, top, bottom)]
    parts += [*_shapes(drawn, up), *_bars(drawn, across, up)]
    parts += [part for trace in drawn.data for part in _scatter(trace, across, up, drawn)]
    parts += _flags(drawn, across, bottom)
    parts += [*_notes(drawn, across, up, top), *([_invented(top)] if invented else [])]
    legend, foot = _legend(drawn, bottom + 58)
    if has_part_month(drawn):
        told = [_(PART), *told]
    footer = [line for text in told for line in _text_block(text, 0, 12, 132)]
    parts += [*legend, *_stacked(footer, foot + 8)]
    height = foot + LINE * len(footer) + 12
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" '
        f'width="{WIDTH}" height="{height:.0f}" role="img" font-family="{escape(FONT)}" '
        f'font-size="13" fill="{INK}"><title>{escape(title)}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def has_part_month(drawn: go.Figure) -> bool:
    """Whether a bar is drawn as one that is not whole."""
    bars = (trace for trace in drawn.data if trace.type == "bar")
    return any("/" in (trace.marker.pattern.shape or ()) for trace in bars)


def plain(text: str) -> list[str]:
    """The lines of a text that Plotly would read tags in."""
    return [unescape(TAGS.sub("", line)) for line in str(text).split("<br>")]


def _text_block(text: str, top: float, size: int, letters: int, weight: int = 400) -> Iterator[str]:
    """A text in lines no longer than the picture is wide; Chinese letters take two places."""
    wide = sum(ord(letter) > 0x2E80 for letter in text)
    room = max(20, round(letters * len(text) / (len(text) + wide))) if text else letters
    for place, line in enumerate(wrap(text, room)):
        at = top + place * (24 if size >= 20 else LINE) + size
        yield _text(line, 12, at, "start", size=size, weight=weight)


def _stacked(lines: Sequence[str], top: float) -> Iterator[str]:
    for place, line in enumerate(lines):
        yield re.sub(r' y="[^"]+"', f' y="{top + LINE * (place + 1):.1f}"', line, count=1)


def _text(
    text: str, x: float, y: float, anchor: str = "middle", size: int = 13, weight: int = 400
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
        f'font-weight="{weight}">{escape(text)}</text>'
    )


def _axes(drawn: go.Figure, across: Scale, up: Scale, top: float, bottom: float) -> Iterator[str]:
    for at, text in scales.marks_of_y(drawn, up):
        yield f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="{FAINT}" fill="none"/>'
        yield _text(text, LEFT - 8, at + 4, "end")
    for at, text in scales.marks_of_x(drawn, across):
        yield f'<path d="M{at:.1f} {bottom:.1f}v5" stroke="{INK}" fill="none"/>'
        for place, line in enumerate(plain(text)):
            yield _text(line, at, bottom + 20 + LINE * place)


def _shapes(drawn: go.Figure, up: Scale) -> Iterator[str]:
    """Level lines across the whole chart."""
    for shape in drawn.layout.shapes:
        if shape.yref == "y" and shape.y0 == shape.y1:
            at = up(shape.y0)
            yield (
                f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="{shape.line.color}" '
                f'stroke-width="{shape.line.width}" fill="none"/>'
            )


def _bars(drawn: go.Figure, across: Scale, up: Scale) -> Iterator[str]:
    bars = [trace for trace in drawn.data if trace.type == "bar"]
    if not bars:
        return
    room = across.step([x for trace in bars for x in trace.x]) * (1 - drawn.layout.bargap)
    width = room / len(bars)
    for place, trace in enumerate(bars):
        hatched = trace.marker.pattern.shape or [""] * len(trace.x)
        labels = trace.text if trace.text is not None else [""] * len(trace.x)
        for x, y, hatch, label in zip(trace.x, trace.y, hatched, labels, strict=True):
            left = across(x) - room / 2 + place * width
            high, low = sorted((up(y), up(0)))
            look = f'fill="{trace.marker.color}"'
            if hatch:
                look = f'fill="none" stroke="{trace.marker.color}" stroke-dasharray="4 3"'
            yield (
                f'<rect x="{left:.1f}" y="{high:.1f}" width="{width:.1f}" '
                f'height="{low - high:.1f}" {look}/>'
            )
            if label:
                yield _text(label, left + width / 2, high - 5, size=12)


def _scatter(trace: Any, across: Scale, up: Scale, drawn: go.Figure) -> Iterator[str]:
    if trace.type != "scatter" or trace.yaxis not in (None, "y"):
        return
    points = [
        None if y is None else (across(x), up(y)) for x, y in zip(trace.x, trace.y, strict=True)
    ]
    if trace.fill == "tonexty":
        before = drawn.data[list(drawn.data).index(trace) - 1]
        back = [(across(x), up(y)) for x, y in zip(before.x, before.y, strict=True)]
        ring = " ".join(f"{x:.1f},{y:.1f}" for x, y in [*filter(None, points), *back[::-1]])
        yield f'<polygon points="{ring}" fill="{trace.fillcolor}"/>'
    if "lines" in trace.mode and trace.line.width != 0:
        yield _line(trace, points)
    if "markers" in trace.mode:
        yield from _points(trace, points, up)


def _line(trace: Any, points: Sequence[tuple[float, float] | None]) -> str:
    """A line, or a step that holds until the next; a missing value leaves a gap."""
    path, broken = [], True
    for point in points:
        if point is None:
            broken = True
            continue
        x, y = point
        step = f"H{x:.1f}V{y:.1f}" if trace.line.shape == "hv" else f"L{x:.1f} {y:.1f}"
        path.append(f"M{x:.1f} {y:.1f}" if broken else step)
        broken = False
    dash = DASHES.get(trace.line.dash or "", "none")
    return (
        f'<path d="{"".join(path)}" fill="none" stroke="{trace.line.color}" '
        f'stroke-width="{trace.line.width or 2}" stroke-dasharray="{dash}"/>'
    )


def _points(trace: Any, points: Sequence[tuple[float, float] | None], up: Scale) -> Iterator[str]:
    errors = trace.error_y.array is not None
    for place, point in enumerate(points):
        size = 8 if trace.marker.size is None else _each(trace.marker.size, place)
        if point is None or size == 0:
            continue
        x, y = point
        colour = trace.marker.color or trace.line.color
        if errors:
            low = up(trace.y[place] - trace.error_y.arrayminus[place])
            high = up(trace.y[place] + trace.error_y.array[place])
            yield f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="{colour}"/>'
        yield mark(str(_each(trace.marker.symbol, place) or "circle"), x, y, size / 2, colour)
        if "text" in trace.mode and trace.text is not None:
            yield from _label(trace, place, x, y)


def _label(trace: Any, place: int, x: float, y: float) -> Iterator[str]:
    where = str(_each(trace.textposition, place) or "top center")
    anchor = "end" if "left" in where else "start" if "right" in where else "middle"
    lines = plain(trace.text[place])
    start = y - 9 - LINE * (len(lines) - 1) if "top" in where else y + 18
    start = y + 4 - LINE * (len(lines) - 1) / 2 if "middle" in where else start
    for number, line in enumerate(lines):
        yield _text(line.strip(), x + {"end": -9, "start": 9}.get(anchor, 0),
                    start + LINE * number, anchor)  # fmt: skip


def _flags(drawn: go.Figure, across: Scale, bottom: float) -> Iterator[str]:
    """A thin flag an event, with its number; one beside another flies above it."""
    for flag, x, level in flags.levels(flags.of(drawn), across):
        top = bottom - 20 - flags.LINE * level
        look = f'fill="{house.GREY}" stroke="{house.GREY}"'
        yield f'<path class="flag" d="M{x:.1f} {bottom:.1f}V{top:.1f}l8 4l-8 4" {look}/>'
        number = _text(str(flag.number), x + 10, top + 9, "start")
        yield f'<g stroke="#ffffff" stroke-width="3">{number}</g>{number}'


def _notes(drawn: go.Figure, across: Scale, up: Scale, top: float) -> Iterator[str]:
    """Notes at a point of the chart, and the name of the y axis above it."""
    for note in drawn.layout.annotations:
        if not note.text or note.name == house.INVENTED:
            continue
        on_paper = note.yref == "paper"
        x = (
            LEFT + float(note.x) * (WIDTH - RIGHT - LEFT)
            if note.xref == "paper"
            else across(note.x)
        )
        y = top - 12 if on_paper else up(note.y) - 6 - (note.yshift or 0)
        anchor = {"left": "start", "right": "end"}.get(note.xanchor or "", "middle")
        if on_paper:
            x, anchor = 12.0, "start"
        if note.textangle == -90:
            upright = _text(note.text, x, y, "start", 12)
            yield f'<g transform="rotate(-90 {x:.1f} {y:.1f})">{upright}</g>'
            continue
        for line in plain(note.text):
            yield _text(line, x, y, anchor)


def _invented(top: float) -> str:
    middle = (WIDTH + LEFT) / 2
    mark, below = plain(_(house.MARK))
    return (
        f'<g transform="rotate(-14 {middle} {top + 170})" fill="{house.WARNING}">'
        + _text(mark, middle, top + 160, size=34, weight=700)
        + _text(below, middle, top + 192, size=26)
        + "</g>"
    )


def _legend(drawn: go.Figure, top: float) -> tuple[list[str], float]:
    """The series that have a name, in rows, and where they end."""
    named = [trace for trace in drawn.data if trace.name and trace.showlegend is not False]
    parts, x, y = [], 12.0, top
    for trace in named:
        name = plain(trace.name)[0].strip()
        wide = 46 + 7.4 * sum(2 if ord(letter) > 0x2E80 else 1 for letter in name)
        if x + wide > WIDTH - RIGHT and x > 12:
            x, y = 12.0, y + LINE + 3
        colour = (
            trace.marker.color if trace.type == "bar" else trace.line.color
        ) or trace.fillcolor
        colour = colour or trace.marker.color
        dash = DASHES.get(trace.line.dash or "", "none") if trace.type == "scatter" else "none"
        parts.append(
            f'<path d="M{x:.1f} {y - 4:.1f}h26" stroke="{colour}" stroke-width="4" '
            f'stroke-dasharray="{dash}"/>' + _text(name, x + 34, y, "start")
        )
        x += wide
    return parts, (y + 10 if named else top - 10)


def _each(value: Any, place: int) -> Any:
    return value[place] if isinstance(value, list | tuple) or hasattr(value, "shape") else value
