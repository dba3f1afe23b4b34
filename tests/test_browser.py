"""What a person clicks and sees, in a real Chromium against a served dashboard.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

import csv
import io
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from app_pages import formats
from docs.screenshots import NoBrowser, launch, served, settle
from tests.needed import absent
from tests.page_contrast import too_faint
from tests.page_fixtures import HEADER, TODAY, VENDOR, Tracker
from warehouse.paths import Store
from warehouse.store import newest, open_version

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.page_states"]

PAGES = ("", "growth", "market", "history", "ask", "alerts", "data", "app")
KLING = "#0072B2"
# The colours of bars, lines and points, as charts were given them.
COLOURS = """[...document.querySelectorAll(".js-plotly-plot")].flatMap((chart) => chart.data.map(
  (trace) => trace.marker?.color || trace.line?.color))"""
# The bars of the first chart.
DRAWN = """document.querySelector(".js-plotly-plot").data.flatMap(
  (trace) => Array.from(trace.x, (month, at) => [String(month), trace.y[at]]))"""
# Streamlit's own client first looks for its server below the address of a page opened directly.
PROBES = re.compile(r"/(growth|market|history|ask|alerts|data|app)/_stcore/(health|host-config)$")

# The texts that end beyond the chart, or the card, that they are in.
BEYOND_CHART = """[...document.querySelectorAll(".main-svg text")].filter(
  (text) => text.getBoundingClientRect().right
    > text.closest(".js-plotly-plot").getBoundingClientRect().right + 1
).map((text) => text.textContent)"""
BEYOND_CARD = """[...document.querySelectorAll("[class*='st-key-card_']")].filter(
  (card) => [...card.querySelectorAll("p, [data-testid=stHtml]")].some(
    (text) => text.scrollWidth > text.clientWidth + 1
  )
).map((card) => card.textContent)"""
# Two texts of one chart of which one covers a part of the other; the mark of invented data may
# lie over what it marks.
COVERED = """[...document.querySelectorAll(".js-plotly-plot")].flatMap((chart) => {
  const texts = [...chart.querySelectorAll(".main-svg text")].filter(
    (text) => text.textContent.trim() && !text.textContent.includes("ILLUSTRATIVE"));
  const boxes = texts.map((text) => text.getBoundingClientRect());
  return texts.flatMap((text, i) => texts.slice(i + 1).filter((_, j) => {
    const [one, other] = [boxes[i], boxes[i + 1 + j]];
    return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2
      && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
  }).map((other) => `${text.textContent} / ${other.textContent}`));
})"""
# The cells of written-out tables that do not lie within the window, or cut their own words.
BEYOND_TABLE = """[...document.querySelectorAll(".lines td")].filter((cell) => {
  const box = cell.getBoundingClientRect();
  return box.right > innerWidth + 1 || box.left < 0 || cell.scrollWidth > cell.clientWidth + 1;
}).map((cell) => cell.textContent)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """An installed Chromium or Chrome, or the one Playwright downloads."""
    with sync_playwright() as playwright:
        try:
            launched = launch(playwright)
        except NoBrowser as missing:
            absent(str(missing))
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def address(everything: Path) -> Iterator[str]:
    """A dashboard over the tracker as it comes."""
    with served(everything, TRACKER_TODAY=TODAY) as served_at:
        yield served_at


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A person of their own: no cookies, light theme, a wide screen."""
    opened = browser.new_context(viewport={"width": 1440, "height": 1000}, color_scheme="light")
    yield opened
    opened.close()


def visit(context: BrowserContext, address: str) -> Page:
    """A new tab at an address, once everything on it is drawn."""
    page = context.new_page()
    page.goto(address)
    settle(page)
    return page


def parameters(page: Page) -> dict[str, str]:
    """The choices in the address bar."""
    return dict(parse_qsl(urlsplit(page.url).query))


def test_a_link_restores_every_choice(context: BrowserContext, address: str) -> None:
    """What one person chose is in the address bar, and opens for another."""
    chosen = {"metric": "Downloads", "view": "Change", "platform": "iOS", "country": "JP"}
    page = visit(context, f"{address}/growth?{urlencode(chosen)}")
    assert parameters(page) == chosen
    expect(page.get_by_text("Tracked downloads in September 2026")).to_be_visible()
    page.get_by_role("radio", name="Index").click()
    expect(page).to_have_url(re.compile("view=Index"))
    settle(page)
    other = visit(context, page.url)
    title = other.locator("h2").first.inner_text()
    assert title.startswith("Tracked downloads in September 2026: Kling 可靈 ")
    assert title == page.locator("h2").first.inner_text()
    assert "(first complete month = 100)" in title


def test_a_knowledge_date_stays_while_pages_change(context: BrowserContext, address: str) -> None:
    """The day chosen on one page holds on the next, and is in the address of both."""
    page = visit(context, f"{address}/?as_of=2026-02-14")
    expect(page.get_by_text("Nothing of 2026 is reported yet").first).to_be_visible()
    page.get_by_role("link", name="Growth").click()
    expect(page.get_by_role("heading", name="Growth, month over month")).to_be_visible()
    settle(page)
    assert parameters(page) == {"as_of": "2026-02-14"}
    expect(page.get_by_text("You see what was known on 14 February 2026.")).to_be_visible()


def test_sources_are_one_click_away(context: BrowserContext, address: str) -> None:
    """A click beside the figures lists who said them, with links that lead out."""
    page = visit(context, address)
    page.get_by_role("button", name="Sources of the figures").click()
    link = page.get_by_role("link", name="Kuaishou (PR Newswire)").first
    expect(link).to_be_visible()
    assert (link.get_attribute("href") or "").startswith("https://www.prnewswire.com/")


def test_a_mention_of_an_app_leads_to_its_page(context: BrowserContext, address: str) -> None:
    """From a table to the app; from there to Growth with it chosen; the day goes along."""
    page = visit(context, f"{address}/market")
    page.get_by_role("link", name="HappyHorse", exact=True).first.click()
    page.wait_for_url(re.compile("/app"))
    settle(page)
    expect(page.get_by_role("heading", name="HappyHorse", exact=True)).to_be_visible()
    assert parameters(page) == {"app": "happyhorse"}
    page = visit(context, f"{address}/app?app=jimeng&as_of=2026-11-23")
    page.get_by_role("link", name="Its growth").click()
    expect(page.get_by_role("heading", name="Growth, month over month")).to_be_visible()
    settle(page)
    assert parameters(page) == {"apps": "Jimeng 即夢", "as_of": "2026-11-23"}
    for name in ("About Jimeng 即夢", "What was said when", "About Jimeng 即夢"):
        page.get_by_role("link", name=name).click()
        page.wait_for_url(re.compile("/app" if name.startswith("About") else "/history"))
        settle(page)
    expect(page.get_by_role("heading", name="Jimeng 即夢", exact=True)).to_be_visible()
    assert parameters(page) == {"app": "jimeng", "as_of": "2026-11-23"}


@pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.long)])
def test_pages_are_quiet_and_ask_nobody_else(browser: Browser, address: str, theme: Any) -> None:
    """No script error, no failed or external request, and text that stands out in each theme."""
    context = browser.new_context(color_scheme=theme, viewport={"width": 1440, "height": 1000})
    faults: list[str] = []
    context.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("request", lambda asked: faults.append(asked.url) if foreign(asked.url) else None)
    context.on("response", lambda got: faults.append(got.url) if got.status >= 400 else None)
    for name in PAGES:
        page = visit(context, f"{address}/{name}")
        assert brightness(page, "[data-testid=stApp]", "backgroundColor") == theme
        assert brightness(page, "h1", "color") != theme
        if name not in ("ask", "alerts", "data"):
            assert brightness(page, ".ytick text", "fill") != theme
    context.close()
    probes = [fault for fault in faults if PROBES.search(fault)]
    failed = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    assert faults.count(failed) == len(probes)
    assert [fault for fault in faults if fault != failed and fault not in probes] == []


def foreign(url: str) -> bool:
    """Whether a request leaves this machine."""
    return urlsplit(url).scheme in ("http", "https", "ws", "wss") and (
        urlsplit(url).hostname != "127.0.0.1"
    )


def brightness(page: Page, selector: str, style: str) -> str:
    """Light or dark: the look of a colour of the first element that matches."""
    colour = page.locator(selector).first.evaluate(
        "(element, style) => getComputedStyle(element)[style]", style
    )
    red, green, blue = (int(float(part)) for part in re.findall(r"[\d.]+", colour)[:3])
    return "light" if 0.3 * red + 0.6 * green + 0.1 * blue > 110 else "dark"


@pytest.mark.parametrize("width", [390, pytest.param(1024, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_cut_off(browser: Browser, address: str, name: str, width: int) -> None:
    """On a telephone and on half a screen nothing sticks out of the page, a chart or a card."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    page = visit(context, f"{address}/{name}")
    main = page.locator("[data-testid=stMain]")
    assert main.evaluate("element => element.scrollWidth <= element.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BEYOND_CHART) == []
    assert page.evaluate(BEYOND_CARD) == []
    assert page.evaluate(BEYOND_TABLE) == []
    assert page.evaluate(COVERED) == []
    context.close()


def test_a_telephone_shows_every_state_age_and_reason(browser: Browser, address: str) -> None:
    """On the Data page a source's state and age can be read without moving anything sideways."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = visit(context, f"{address}/data")
    block = page.locator(".lines tr").filter(has_text="ecb-rates").first
    for said in ("fresh", "25 days", "120 days", "30 Oct 2026"):
        box = block.get_by_text(said, exact=True).bounding_box()
        assert box is not None
        assert 0 <= box["x"] <= box["x"] + box["width"] <= 390
    context.close()


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_and_marks_stand_out(browser: Browser, address: str, theme: Any) -> None:
    """4.5 to 1 for text, 3 to 1 for large text and for marks of charts, on both backgrounds; an
    app has one colour on every page and in both themes."""
    context = browser.new_context(color_scheme=theme, viewport={"width": 1440, "height": 1000})
    growth = ("growth", "growth?view=Index", "growth?metric=Downloads&view=Change")
    choices = ("", *growth, "market", "app?app=kling", "ask", "data")
    for name in choices:
        page = visit(context, f"{address}/{name}")
        assert too_faint(page) == [], name
        if not name.startswith(("ask", "data")):
            assert KLING in page.evaluate(COLOURS), name
    context.close()


def test_the_file_holds_what_the_chart_shows(context: BrowserContext, address: str) -> None:
    """The CSV of a chart has a line for every bar, in the same order, with the same figure."""
    page = visit(context, f"{address}/growth?metric=Downloads&view=Change&country=JP")
    page.get_by_role("button", name="Take it out").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="CSV of this chart").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    lines = [line for line in csv.DictReader(io.StringIO(text)) if line["shown"]]
    drawn = page.evaluate(DRAWN)
    assert [(line["month"], float(line["shown"])) for line in lines] == [
        (month[:10], pytest.approx(figure)) for month, figure in drawn
    ]
    assert {line["view"] for line in lines} == {"change"}
    assert {line["country"] for line in lines} == {"JP"}
    assert {line["illustrative"] for line in lines} == {"True"}


@pytest.mark.long
def test_a_link_restores_apps_and_targets(context: BrowserContext, address: str) -> None:
    """The choice of apps and of the target come back from the address as well."""
    page = visit(context, f"{address}/growth?{urlencode({'apps': 'Jimeng 即夢'})}")
    title = page.locator("h2").first.inner_text()
    assert title.startswith("Tracked revenue in September 2026: Jimeng 即夢")
    assert parameters(page) == {"apps": "Jimeng 即夢"}
    target = "Kling 2027: Goldman Sachs forecast US$365M"
    page = visit(context, f"{address}/?{urlencode({'target': target})}")
    expect(page.get_by_role("heading", name="Kling 可靈 against its 2027 target")).to_be_visible()
    assert parameters(page) == {"target": target}


def test_republishing_shows_on_an_open_page(context: BrowserContext, tmp_path: Path) -> None:
    """A figure restated while a page is open is there at the next click, with no restart."""
    tracker = Tracker(tmp_path, samples=False, off=("disclosures", "events", "ecb-rates"))
    tracker.add_source(VENDOR)
    rows = "kling,{metric},2026-09,all,WW,{value},{said}\n"
    first = rows.format(metric="revenue", value=1_000_000, said="2026-10-02")
    tracker.drop("my-vendor", "first.csv", HEADER + first)
    tracker.run()
    with served(tracker.store.root, TRACKER_TODAY=TODAY) as address:
        page = visit(context, f"{address}/growth")
        expect(
            page.get_by_text("Tracked revenue in September 2026: Kling 可靈 US$1M")
        ).to_be_visible()
        restated = rows.format(metric="revenue", value=3_000_000, said="2026-11-02")
        tracker.drop("my-vendor", "restated.csv", HEADER + restated)
        tracker.run()
        page.get_by_role("radio", name="Index").click()
        settle(page)
        page.get_by_role("radio", name="Level").click()
        expect(
            page.get_by_text("Tracked revenue in September 2026: Kling 可靈 US$3M")
        ).to_be_visible()


@pytest.mark.long
def test_twenty_people_at_once_see_their_own_figures(
    context: BrowserContext, address: str, everything: Path
) -> None:
    """Twenty sessions with different choices each show what the warehouse says of theirs."""
    choices = [
        {"metric": metric, "platform": platform, "country": country}
        for metric, platform, country in product(
            ("Revenue", "Downloads"), ("iOS", "Android"), ("US", "JP", "KR", "BR", "IN")
        )
    ]
    pages = [context.new_page() for _ in choices]
    for page, choice in zip(pages, choices, strict=True):
        page.goto(f"{address}/growth?{urlencode(choice)}", wait_until="commit")
    for page, choice in zip(pages, choices, strict=True):
        page.locator("h2").first.wait_for(timeout=60_000)
        title = page.locator("h2").first.inner_text().replace("\u00a0", " ")
        for figure in september(everything, choice):
            assert figure in title, (choice, title)


def september(data: Path, choice: dict[str, str]) -> list[str]:
    """What the warehouse says of September 2026 for one choice, as a page would print it."""
    query = (
        "select value, unit from growth where month = date '2026-09-01' and metric = $metric "
        "and platform = $platform and country = $country order by app_id"
    )
    with open_version(newest(Store(data))) as connection:
        bound = {key: value.lower() for key, value in choice.items()} | {
            "country": choice["country"]
        }
        figures = connection.execute(query, bound).fetchall()
    assert len(figures) == 2, choice
    return [formats.amount(value, unit).replace("\u00a0", " ") for value, unit in figures]
