"""The events that a chart flags, for paper: nobody points at a flag there, so each has a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import plotly.graph_objects as go

from app_pages.charts import house
from app_pages.language import _
from app_pages.paper.scales import Scale

ROOM = 12  # what a flag takes across, in points, beside its number
LETTER, LINE = 8, 14  # the size of its number


@dataclass(frozen=True)
class Flag:
    """One event: its number among the flags, its day as the x axis has it, day and words."""

    number: int
    day: Any
    words: str

    @property
    def line(self) -> str:
        """What stands below the picture."""
        return f"{self.number}) {self.words}"


def of(drawn: go.Figure) -> list[Flag]:
    """The flags of a chart in the order of their days."""
    found = [
        (day, unescape(told))
        for trace in drawn.data
        if trace.meta == house.FLAGS
        for day, told in zip(trace.x, trace.text, strict=True)
    ]
    return [Flag(number, *one) for number, one in enumerate(found, start=1)]


def lines(drawn: go.Figure) -> list[str]:
    """The flags in words, below a title; nothing where the chart flags none."""
    flags = of(drawn)
    return [_("Events flagged, by number:"), *(flag.line for flag in flags)] if flags else []


def levels(flags: list[Flag], across: Scale) -> Iterator[tuple[Flag, float, int]]:
    """Each flag, where it stands, and how many others it has to fly above to be read."""
    ends: list[float] = []
    for flag in flags:
        at = across(flag.day)
        free = (level for level, end in enumerate(ends) if end <= at)
        level = next(free, len(ends))
        ends[level : level + 1] = [at + ROOM + LETTER * len(str(flag.number))]
        yield flag, at, level
