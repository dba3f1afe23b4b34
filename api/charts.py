"""/api/v1/chart/{chart}: one chart by itself, to be framed by another page or kept as a picture.

What the charts are, and how they are drawn, is the dashboard's to say: it hands its drawer over.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Protocol

from starlette.requests import Request
from starlette.responses import Response

from api.errors import Refused, prefix_of
from api.etags import etag, held
from api.question import bad, past_day
from api.settings import Settings
from api.versions import Opened, Versions, Workers, knowledge_date
from warehouse.as_known import AsKnown

MEDIA_TYPES = {"html": "text/html; charset=utf-8", "svg": "image/svg+xml"}
DAY = "as_of"
#: Nothing is loaded from anywhere, and nothing runs; who may frame it is added.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Choice:
    """What one parameter may say: the first of it holds when nothing is said, or all, of many."""

    offered: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True)
class Known:
    """What a chart may be drawn from: one version, as known on a day and as it stands now."""

    version: Path
    as_of: date | None
    then: AsKnown
    now: AsKnown


@dataclass(frozen=True)
class Picture:
    """One chart with its words and figures, in both forms."""

    html: str
    svg: str

    def form(self, suffix: str) -> str:
        """The form that the end of an address names."""
        return self.svg if suffix == "svg" else self.html


class Drawer(Protocol):
    """Who knows the charts."""

    @property
    def charts(self) -> Mapping[str, Mapping[str, str]]:
        """The name of each chart, with its parameters and what each says."""

    def offered(self, chart: str, known: Known) -> Mapping[str, Choice]:
        """What each parameter of a chart may say."""

    def drawn(
        self, chart: str, known: Known, chosen: Mapping[str, Sequence[str]], server: str
    ) -> Picture | None:
        """The chart of that choice; nothing where nothing is known of it."""


class Charts:
    """The endpoint of the charts, over the versions of one store."""

    def __init__(
        self, versions: Versions, workers: Workers, settings: Settings, drawer: Drawer
    ) -> None:
        self._versions = versions
        self._workers = workers
        self._settings = settings
        self._drawer = drawer

    async def chart(self, request: Request) -> Response:
        """One chart."""
        return await self._workers.run(lambda: self._answered(request), request.url.path)

    def _answered(self, request: Request) -> Response:
        name, _dot, suffix = request.path_params["chart"].partition(".")
        suffix = suffix or "html"
        self._check_address(name, suffix, prefix_of(request))
        said = _said(request)
        day = past_day(said.pop(DAY)) if DAY in said else None
        opened = self._versions.newest()
        headers = self._headers(opened, day, request)
        if headers["ETag"] in held(request):
            return Response(status_code=304, headers=headers)
        with self._known(opened, day) as known:
            chosen = _chosen(self._drawer.offered(name, known), said)
            server = str(request.base_url).rstrip("/")
            picture = self._drawer.drawn(name, known, chosen, server)
        if picture is None:
            fix = "Choose another series, or a later as_of."
            raise Refused(404, "nothing_known", "Nothing is known of this choice", name, fix)
        return Response(picture.form(suffix), headers=headers, media_type=MEDIA_TYPES[suffix])

    def _check_address(self, name: str, suffix: str, prefix: str) -> None:
        charts = list(self._drawer.charts)
        if name not in charts:
            fix = f"The charts are: {', '.join(charts)}. See {prefix}/api/v1/docs."
            raise Refused(404, "unknown_chart", f"There is no chart {name!r}", "the address", fix)
        if suffix not in MEDIA_TYPES:
            fix = f"The address may end in .{' or .'.join(MEDIA_TYPES)}."
            raise Refused(404, "unknown_format", f"There is no {suffix!r}", "the address", fix)

    @contextmanager
    def _known(self, opened: Opened, day: date | None) -> Iterator[Known]:
        seconds = self._settings.seconds
        with opened.asked(seconds, day) as then, opened.asked(seconds) as now:
            yield Known(opened.path, day, then, now)

    def _headers(self, opened: Opened, day: date | None, request: Request) -> dict[str, str]:
        seen_from = knowledge_date(day)
        asked = (request.url.path, sorted(request.query_params.multi_items()))
        framed = " ".join(("'self'", *self._settings.framing))
        return {
            "Content-Security-Policy": f"{POLICY}; frame-ancestors {framed}",
            "ETag": etag(opened.name, seen_from, *asked),
            "Cache-Control": "private, no-cache",
            "X-Warehouse-Version": opened.name,
            "X-Knowledge-Date": seen_from.isoformat(),
        }


def _said(request: Request) -> dict[str, str]:
    said: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in said:
            raise bad(f"{name} is given twice", name, "Give it once; several stand in a,b.")
        said[name] = value
    return said


def _chosen(offered: Mapping[str, Choice], said: Mapping[str, str]) -> dict[str, Sequence[str]]:
    """What holds of each parameter.

    Raises Refused for one that is unknown, or a value that is not offered.
    """
    for name in said:
        if name not in offered:
            known = [*offered, DAY]
            raise bad(f"There is no parameter {name!r}", name, f"Known are: {', '.join(known)}.")
    return {name: _values(name, choice, said.get(name)) for name, choice in offered.items()}


def _values(name: str, choice: Choice, text: str | None) -> Sequence[str]:
    if text is None:
        return choice.offered if choice.many else choice.offered[:1]
    values = list(dict.fromkeys(text.split(","))) if choice.many else [text]
    for value in values:
        if value not in choice.offered:
            near = get_close_matches(value, choice.offered, 1, 0.5)
            meant = f"The nearest is {near[0]}. " if near else ""
            fix = f"{meant}Offered are: {', '.join(choice.offered[:40]) or 'none'}."
            raise bad(f"{value!r} is not offered", name, fix)
    return values
