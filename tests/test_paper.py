"""Pictures and memos: points lie where the data says, the words are in them, nothing is fetched."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import escape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest

from app_pages import export_lines, exports, formats, take_out
from app_pages.charts import growth as growth_charts
from app_pages.charts import house
from app_pages.charts import market as market_charts
from app_pages.charts import pace as pace_charts
from app_pages.charts import reported as reported_charts
from app_pages.charts import share as share_charts
from app_pages.charts import targets as target_charts
from app_pages.paper import memo, printed, scales, svg
from app_pages.paper.marks import mark
from tests.needed import absent
from tests.test_exports import Opened
from warehouse.paths import Store
from warehouse.store import newest

pytest_plugins = ["tests.page_states"]

Row = dict[str, Any]
TOP, BOTTOM = 100.0, 440.0


@pytest.fixture(scope="module")
def opened(everything: Path) -> Iterator[Any]:
    """The tracker as it comes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", "2026-11-24")
        yield Opened(newest(Store(everything)))


@pytest.fixture(scope="module")
def growth(opened: Any) -> tuple[exports.Taken, go.Figure]:
    """The chart of estimates by month, with what it takes out."""
    asked = {"app_ids": ["kling", "jimeng"], "platform": "all", "country": "WW"}
    rows = opened.rows("growth", metric="revenue", currency=None, **asked)
    taken = take_out.taken(
        opened, "g", ("Title <b> & more", "What it shows"), export_lines.of_growth(rows, "level"),
        ("growth", "monthly"), export_lines.SHOWN,
    )  # fmt: skip
    return taken, growth_charts.by_month(rows, "level", "USD")


@pytest.fixture(scope="module")
def drawn(opened: Any) -> dict[str, go.Figure]:
    """Charts of every kind of trace: steps, bands, dashes, bars with names, points with errors."""
    target = opened.rows("target_choices")[0]
    asked = {"target_id": target["target_id"]}
    ahead = [
        row | {"is_newest_rate": False}
        for row in opened.rows("paths", **asked)
        if not row["is_reported"]
    ]
    quarters = opened.rows(
        "reported", app_id="kling", metric="revenue", grain="quarter", basis="recognised"
    )
    period = {key: target[key] for key in ("app_id", "metric", "period_start", "period_end")}
    targets = opened.rows("target_revisions", **period)
    [consensus] = opened.rows("consensus", **period)
    whole = (target["period_start"], target["period_end"])
    events = opened.rows("events", app_id="kling", from_day=whole[0], through_day=whole[1])
    return {
        "pace": pace_charts.cumulative(
            opened.rows("pace", **asked), ahead, target, events, "#0072B2"
        ),
        "quarters": reported_charts.quarter_bars(quarters, "USD", "#0072B2"),
        "targets": target_charts.revisions(targets, consensus),
    }


def parts(text: str) -> ElementTree.Element:
    """The picture as XML: it is well formed."""
    return ElementTree.fromstring(text)


@pytest.mark.parametrize("name", ["pace", "targets"])
def test_every_point_lies_where_its_value_says(drawn: dict[str, go.Figure], name: str) -> None:
    """The lowest and the highest give the scale of an axis, and every other lies on it."""
    figure = drawn[name]
    picture = parts(svg.chart(figure, "T", "N", [], invented=False))
    points = [(float(e.get("data-x") or 0), float(e.get("data-y") or 0)) for e in
              picture.iter() if e.get("class") == "point"]  # fmt: skip
    expected = [
        (x, y)
        for trace in figure.data
        if trace.type == "scatter" and "markers" in trace.mode and trace.yaxis in (None, "y")
        for place, (x, y) in enumerate(zip(trace.x, trace.y, strict=True))
        if svg._each(trace.marker.size, place) != 0
    ]
    assert len(points) == len(expected) > 5
    for axis in (0, 1):
        values = [scales.as_number(pair[axis]) for pair in expected]
        low, high = values.index(min(values)), values.index(max(values))
        per = (points[high][axis] - points[low][axis]) / (values[high] - values[low])
        for point, value in zip(points, values, strict=True):
            assert point[axis] == pytest.approx(
                points[low][axis] + (value - values[low]) * per, abs=0.2
            )
        assert per > 0 if axis == 0 else per < 0


def test_bars_are_as_high_as_their_figures(drawn: dict[str, go.Figure]) -> None:
    """Bars stand on nothing; twice the figure is twice the bar; each has its figure on it."""
    picture = parts(svg.chart(drawn["quarters"], "T", "N", [], invented=False))
    bars = [e for e in picture.iter() if e.tag.endswith("rect") and e.get("fill") == "#0072B2"]
    [trace] = drawn["quarters"].data
    heights = [float(bar.get("height") or 0) / y for bar, y in zip(bars, trace.y, strict=True)]
    assert heights == [pytest.approx(heights[0], rel=0.01)] * len(bars)
    feet = {round(float(bar.get("y") or 0) + float(bar.get("height") or 0)) for bar in bars}
    assert len(feet) == 1
    written = [e.text for e in picture.iter() if e.tag.endswith("text")]
    assert set(trace.text) <= set(written)


def test_a_gap_stays_open_and_a_step_holds() -> None:
    """A missing value breaks the line; a step goes across before it goes up."""
    figure = house.figure()
    days = [date(2026, month, 1) for month in (1, 2, 3, 4)]
    figure.add_scatter(x=days, y=[1, None, 3, 4], mode="lines", line={"color": "#111111"})
    figure.add_scatter(x=days[:2], y=[1, 2], mode="lines", line={"color": "#222222", "shape": "hv"})
    picture = svg.chart(figure, "T", "N", [], invented=False)
    gap, step = (re.search(f'd="([^"]+)" fill="none" stroke="{c}"', picture) for c in
                 ("#111111", "#222222"))  # fmt: skip
    assert gap and gap[1].count("M") == 2
    assert step and re.fullmatch(r"M[\d. ]+H[\d.]+V[\d.]+", step[1])


def test_a_picture_says_what_it_is(growth: tuple[exports.Taken, go.Figure]) -> None:
    """Title, words, source, day, version and the mark of invented figures are inside it."""
    taken, figure = growth
    text = memo.picture(taken, figure).decode()
    written = " ".join(e.text or "" for e in parts(text).iter())
    for words in (
        "Title <b> & more", "What it shows", "ILLUSTRATIVE", "invented data", "Kling 可靈",
        "As known on 24 November 2026.", taken.version, svg.PART, "US$ a month",
    ):  # fmt: skip
        assert words in written, words
    real = exports.Taken(**{**taken.__dict__, "rows": [{"shown": 1}]})
    assert "ILLUSTRATIVE" not in memo.picture(real, figure).decode()


def test_what_the_browser_saves_has_its_words_inside(
    growth: tuple[exports.Taken, go.Figure],
) -> None:
    """The figure for PNG has title, words, source and mark, and its name says invented."""
    taken, figure = growth
    shown = printed.figure(taken, figure)
    written = " ".join(note.text for note in shown.layout.annotations)
    for words in ("Title &lt;b&gt; &amp; more", "What it shows", "ILLUSTRATIVE", "As known on"):
        assert words in written, words
    assert shown.layout.paper_bgcolor == "#ffffff"
    assert [trace.y for trace in shown.data] == [trace.y for trace in figure.data]
    options: Any = printed.config(taken, shown)["toImageButtonOptions"]
    assert options["filename"] == "g_illustrative" and options["format"] == "png"
    assert (options["width"], options["height"]) == (1200, shown.layout.height)


def test_a_memo_is_whole_and_asks_nobody(growth: tuple[exports.Taken, go.Figure]) -> None:
    """Chart, newest lines digit by digit, sources, meanings, news; text stays text."""
    taken, figure = growth
    news = [{"Figure": "Kling <i>", "Known since": "today", "Kind": ""}]
    text = memo.html(taken, figure, news).decode()
    assert not re.search(r"""(src|href)\s*=|url\(|@import|<script|<link""", text)
    newest_lines = [row for row in taken.rows if str(row["month"]) >= "2026-06-01"]
    assert len(newest_lines) == memo.READ_HERE
    for row in newest_lines:
        assert f"<td>{memo._text(row['shown'])}</td>" in text
    assert memo._text(Decimal("1234567.8900")) == "1,234,567.89"
    assert f"({memo.READ_HERE} of {len(taken.rows)}; the workbook has all)" in text
    assert "Kling &lt;i&gt;" in text and "MIT, like this project" in text
    assert taken.definitions["shown"] in text and memo.mark() in text


def test_the_memo_is_a_pdf(growth: tuple[exports.Taken, go.Figure]) -> None:
    """Where WeasyPrint is there; elsewhere the page says what to install."""
    if not memo.has_pdf():
        assert "requirements-extras.txt" in memo.NO_PDF
        absent("WeasyPrint, or Pango, is not installed")
    from weasyprint import HTML

    assert len(HTML(string=memo.html(*growth, []).decode()).render().pages) == 1
    content = memo.pdf(*growth, [])
    assert content.startswith(b"%PDF-") and len(content) > 10_000


@pytest.fixture(scope="module")
def flagged(opened: Any) -> list[Row]:
    """The events of Kling in 2026, two of them on one day."""
    year = {"from_day": date(2026, 1, 1), "through_day": date(2026, 12, 31)}
    rows: list[Row] = opened.rows("events", app_id="kling", **year)
    days = [row["event_date"] for row in rows]
    assert len(set(days)) == len(days) - 1 > 5
    return rows


def flags_drawn(picture: ElementTree.Element) -> list[tuple[float, float]]:
    """Where each flag stands, and how high it flies."""
    paths = [e.get("d") or "" for e in picture.iter() if e.get("class") == "flag"]
    found = [re.match(r"M([\d.]+) [\d.]+V([\d.]+)", path) for path in paths]
    return [(float(one[1]), float(one[2])) for one in found if one]


def test_each_event_is_a_flag_on_its_day_with_a_number_and_words(
    drawn: dict[str, go.Figure], flagged: list[Row], growth: tuple[exports.Taken, go.Figure]
) -> None:
    """The picture holds what a pointer finds on the page; where two are near, both are read."""
    picture = parts(memo.picture(growth[0], drawn["pace"]).decode())
    stands = flags_drawn(picture)
    assert len(set(stands)) == len(stands) == len(flagged)
    days = [row["event_date"].toordinal() for row in flagged]
    per = (stands[-1][0] - stands[0][0]) / (days[-1] - days[0])
    for (x, _top), day in zip(stands, days, strict=True):
        assert x == pytest.approx(stands[0][0] + (day - days[0]) * per, abs=0.2)
    written = [e.text or "" for e in picture.iter() if e.tag.endswith("text")]
    told = " ".join(written)
    for number, row in enumerate(flagged, start=1):
        assert written.count(str(number)) >= 1
        assert f"{number}) {formats.day(row['event_date'])}: {row['event']}" in told
    assert flags_drawn(parts(svg.chart(drawn["targets"], "T", "N", [], invented=False))) == []


def test_what_the_browser_saves_numbers_the_flags_as_well(
    drawn: dict[str, go.Figure], flagged: list[Row], growth: tuple[exports.Taken, go.Figure]
) -> None:
    """The numbers stand on flags as high as their poles, and the words in its foot."""
    shown = printed.figure(growth[0], drawn["pace"])
    [trace] = [trace for trace in shown.data if trace.meta == house.FLAGS]
    assert [int(text) for text in trace.text] == list(range(1, len(flagged) + 1))
    points = list(zip(trace.x, trace.y, strict=True))
    assert len(set(points)) == len(points)
    poles = {shape.x0: shape.y1 for shape in shown.layout.shapes if shape.yref == "paper"}
    assert poles == {x: max(y for day, y in points if day == x) for x, _y in points}
    foot = " ".join(note.text for note in shown.layout.annotations).replace("<br>", " ")
    assert all(formats.chart_text(row["event"]) in foot for row in flagged)


def test_the_memo_lists_its_flags_on_the_one_page(
    drawn: dict[str, go.Figure], flagged: list[Row], growth: tuple[exports.Taken, go.Figure]
) -> None:
    """Each event once, below the picture; with news and as PDF it is still one page."""
    news = [{"Figure": "A figure " * 8, "Known since": "today", "Kind": "estimate"}] * 9
    text = memo.html(growth[0], drawn["pace"], news).decode()
    for row in flagged:
        assert text.count(escape(row["event"])) == 1
    assert "Events flagged" not in memo.html(*growth, news).decode()
    if not memo.has_pdf():
        absent("WeasyPrint, or Pango, is not installed")
    from weasyprint import HTML

    assert len(HTML(string=text).render().pages) == 1


def test_each_mark_of_a_chart_is_drawn_as_itself(drawn: dict[str, go.Figure]) -> None:
    """The mark that tells one method from another on the screen tells it on paper too."""
    methods = {symbol.removesuffix("-open") for _, symbol, _ in pace_charts.METHODS.values()}
    shown = {
        trace.marker.symbol.removesuffix("-open")
        for trace in drawn["pace"].data
        if isinstance(trace.marker.symbol, str) and trace.meta != house.FLAGS
    }
    picture = parts(svg.chart(drawn["pace"], "T", "N", [], invented=False))
    marks = {e.get("data-mark") for e in picture.iter() if e.get("class") == "point"}
    assert marks == shown
    assert len(shown & methods) >= 5
    others = {"circle", "line-ns", *share_charts.PLATFORM_MARKS["android"][:1]}
    known = others | methods | {m.removesuffix("-open") for m in market_charts.SCOPE_SYMBOLS}
    drawings = {
        name: re.sub(r'data-mark="[^"]*"', "", mark(name, 9, 9, 5, "#000")) for name in known
    }
    assert len(set(drawings.values())) == len(known) == 7


def test_a_mark_without_a_shape_is_no_circle() -> None:
    """A chart that takes up a new mark has to give it a shape on paper."""
    with pytest.raises(KeyError, match="hexagram"):
        mark("hexagram-open", 1, 1, 5, "#000")
