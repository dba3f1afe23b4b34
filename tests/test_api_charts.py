"""A chart at an address of its own: the table's figures, its words and day, who may frame it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest

from api.settings import Settings
from app_pages.drawer import CHARTS, Drawer
from tests.api_fixtures import HERE, TODAY, Api
from warehouse.errors import TrackerError

pytest_plugins = ["tests.page_states"]

KLING = "app=kling&metric=revenue&platform=all&country=WW"
ROW = re.compile(r"<tr>(<t[hd]>.*?)</tr>")
CELL = re.compile(r"<t[hd]>(.*?)</t[hd]>")


@pytest.fixture(scope="module")
def api(everything: Path) -> Iterator[Api]:
    """The API over the tracker as it comes, with the charts of its pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        made = Api(everything, drawer=Drawer())
        yield made
        made.app.close()


def figures(page: str) -> list[dict[str, str]]:
    """The figures that a chart's page lists, cell by cell."""
    head, *rows = ([unescape(cell) for cell in CELL.findall(row)] for row in ROW.findall(page))
    return [dict(zip(head, row, strict=True)) for row in rows]


def shown(page: str, series: str = "") -> dict[str, float]:
    """What is drawn of each month, quarter or other period."""
    return {
        row.get("month") or row["period_start"]: float(row["shown"].replace(",", ""))
        for row in figures(page)
        if row["shown"] and row.get("series", "") == series
    }


def numbers(page: str) -> list[str]:
    """The cells that hold a number or a day, which no language changes."""
    cells = [cell for row in ROW.findall(page) for cell in CELL.findall(row)]
    return [cell for cell in cells if re.fullmatch(r"[\d.,-]*\d[\d.,-]*", cell)]


@pytest.mark.parametrize("day", ["", "as_of=2026-06-01"])
@pytest.mark.parametrize(
    ("asked", "table", "when", "value", "series"),
    [
        ("growth?apps=kling", f"growth?{KLING}", "month", "value", ""),
        ("growth?apps=kling&view=index", f"growth?{KLING}", "month", "index", ""),
        (
            "growth?apps=kling&currency=CNY",
            f"monthly_in?{KLING}&currency=CNY", "month", "value", "",
        ),
        (
            "reported?app=kling",
            "reported?app=kling&metric=revenue&grain=quarter&basis=recognised",
            "period_start", "value", "",
        ),
        (
            "pace?target={headline}", "pace?target_id={headline}&state=reported",
            "month", "cumulative", "reported",
        ),
        (
            "pace?target={headline}",
            "paths?target_id={headline}&method=run_rate&is_reported=false",
            "month", "cumulative", "if the run rate holds",
        ),
    ],
)  # fmt: skip
def test_its_figures_are_the_tables(
    api: Api, day: str, asked: str, table: str, when: str, value: str, series: str
) -> None:
    """Each one, as known on the day that is asked for."""
    past = f"&{day}" if day else ""
    [headline] = api.rows(f"/api/v1/targets?is_headline=true&is_newest=true{past}")
    asked, table = (text.format(headline=headline["target_id"]) for text in (asked, table))
    answered = api.ask(f"/api/v1/chart/{asked}{past}")
    assert answered.status_code == 200, answered.text
    assert answered.headers["X-Knowledge-Date"] == (day.removeprefix("as_of=") or TODAY)
    rows = api.rows(f"/api/v1/{table}&limit=1000{past}")
    stated = {row[when]: float(row[value]) for row in rows if row[value] is not None}
    assert shown(answered.text, series) == pytest.approx(stated)
    assert len(stated) > (0 if series else 3)


def test_the_past_is_another_picture(api: Api) -> None:
    """A figure that was restated since stands as it stood, and the words say of which day."""
    then, now = (
        api.ask(f"/api/v1/chart/growth?apps=kling{day}").text for day in ("&as_of=2026-06-01", "")
    )
    assert shown(then)["2026-03-01"] != shown(now)["2026-03-01"]
    assert "As known on 1 June 2026." in then and "As known on 24 November 2026." in now


def test_bars_are_as_high_as_the_table_says(api: Api) -> None:
    """The picture alone, at the address that ends in .svg."""
    answered = api.ask("/api/v1/chart/growth.svg?apps=kling&metric=downloads")
    assert answered.headers["Content-Type"] == "image/svg+xml"
    picture = ElementTree.fromstring(answered.text)
    bars = [e for e in picture.iter() if e.tag.endswith("rect") and e.get("width") != "100%"]
    values = shown(api.ask("/api/v1/chart/growth?apps=kling&metric=downloads").text)
    heights = [float(bar.get("height") or 0) for bar in bars]
    per = heights[0] / values[min(values)]
    assert heights == pytest.approx([values[month] * per for month in sorted(values)], rel=0.02)
    written = " ".join(element.text or "" for element in picture.iter())
    for words in (
        "Tracked downloads in September 2026",
        "ILLUSTRATIVE",
        "As known on 24 November 2026.",
    ):
        assert words in written


@pytest.mark.parametrize("chart", CHARTS)
def test_it_needs_nothing_and_says_what_it_is(api: Api, chart: str) -> None:
    """Nothing is fetched and nothing runs; title, day, version and the way back stand in it."""
    answered = api.ask(f"/api/v1/chart/{chart}")
    page = answered.text
    assert not re.search(r"src\s*=|url\(|@import|<script|<link|\bon\w+=", page)
    [link] = re.findall(r'href="([^"]+)"', page)
    address = urlsplit(unescape(link))
    assert f"{address.scheme}://{address.netloc}" == HERE
    assert dict(parse_qsl(address.query))["as_of"] == TODAY
    assert answered.headers["X-Warehouse-Version"] in page
    assert re.search(r"<h1>[^<]{10,}</h1>", page) and "As known on 24 November 2026." in page
    is_invented = any(row["illustrative"] == "yes" for row in figures(page))
    said = "stand for nobody's revenue" in unescape(page)
    assert is_invented == (chart == "growth") == said


@pytest.mark.parametrize("chart", CHARTS)
def test_it_reads_in_chinese_too(api: Api, chart: str) -> None:
    """Words change, figures do not, and the way back leads to the same screen in that language."""
    english, chinese = (
        api.ask(f"/api/v1/chart/{chart}{lang}").text for lang in ("", "?lang=zh-Hant")
    )
    assert '<html lang="zh-Hant">' in chinese and "2026年11月24日" in chinese
    assert numbers(chinese) == numbers(english) != []
    [there], [here] = (re.findall(r'href="([^"]+)"', page) for page in (chinese, english))
    assert unescape(there) == f"{unescape(here)}&lang=zh-Hant"


def test_a_part_month_is_no_month(api: Api) -> None:
    """The figures say which month is not whole, and a sentence says how it is drawn."""
    page = api.ask("/api/v1/chart/growth?apps=kling").text
    assert {row["month"]: row["complete"] for row in figures(page)}["2026-10-01"] == "no"
    assert "Dashed outline: Kling 可靈, October 2026 is a part month" in page


@pytest.mark.parametrize(
    ("asked", "status", "code", "said"),
    [
        ("growt", 404, "unknown_chart", "pace, growth, reported"),
        ("growth.png", 404, "unknown_format", ".svg"),
        ("growth?app=kling", 400, "bad_parameter", "apps"),
        ("growth?apps=kling,klin", 400, "bad_parameter", "The nearest is kling."),
        ("growth?view=level&view=index", 400, "bad_parameter", "once"),
        ("growth?as_of=yesterday", 400, "bad_parameter", "YYYY-MM-DD"),
        ("pace?target=none", 400, "bad_parameter", "Offered are"),
        ("growth?part=9", 404, "nothing_known", "later as_of"),
        *((f"{chart}?as_of=2019-01-01", 404, "nothing_known", "later as_of") for chart in CHARTS),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    api: Api, asked: str, status: int, code: str, said: str
) -> None:
    """With what would do; nothing is passed over and no empty chart is drawn."""
    error = api.refusal(f"/api/v1/chart/{asked}", status)
    assert error["code"] == code and said in error["fix"]


def test_only_named_sites_may_frame_it(api: Api, everything: Path) -> None:
    """Whoever runs the tracker names them; else only its own pages may."""
    policy = api.ask("/api/v1/chart/pace").headers["Content-Security-Policy"]
    assert policy.endswith("; frame-ancestors 'self'") and "default-src 'none'" in policy
    open_to = Api(everything, drawer=Drawer(), framing=("https://wiki.example",))
    policy = open_to.ask("/api/v1/chart/pace").headers["Content-Security-Policy"]
    assert policy.endswith("; frame-ancestors 'self' https://wiki.example")
    open_to.app.close()


def test_a_site_is_a_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """No word of the setting can change what the policy says."""
    monkeypatch.setenv("TRACKER_API_FRAMING", "https://wiki.example http://127.0.0.1:8080")
    assert Settings.from_env().framing == ("https://wiki.example", "http://127.0.0.1:8080")
    for wrong in ("*", "https://a.example;script-src", "wiki.example", "https://a.example/path"):
        monkeypatch.setenv("TRACKER_API_FRAMING", wrong)
        with pytest.raises(TrackerError, match="no site"):
            Settings.from_env()


def test_an_unchanged_chart_is_not_sent_again(api: Api) -> None:
    """Its ETag stands for version, day and choice."""
    first = api.ask("/api/v1/chart/reported")
    again = api.ask("/api/v1/chart/reported", If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    other = api.ask("/api/v1/chart/reported?as_of=2026-06-01", If_None_Match=first.headers["ETag"])
    assert other.status_code == 200


def test_the_description_has_them(api: Api) -> None:
    """Each with its parameters, for programs and for people."""
    paths = api.ask("/api/v1/openapi.json").json()["paths"]
    for chart, parameters in Drawer.charts.items():
        listed = [one["name"] for one in paths[f"/api/v1/chart/{chart}"]["get"]["parameters"]]
        assert listed == ["as_of", *parameters]
    assert "/api/v1/chart/growth.svg" in api.ask("/api/v1/docs").text
