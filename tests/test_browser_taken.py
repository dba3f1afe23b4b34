"""Out of the browser, in a real Chromium: lineage by a click, files, pins and saved views.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import openpyxl
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from docs.screenshots import settle
from tests.test_browser import BEYOND_TABLE, address, browser, context, visit

__all__ = ["address", "browser", "context"]

pytestmark = [pytest.mark.browser, pytest.mark.long]
pytest_plugins = ["tests.page_states"]

# Where a bar of the first chart is on the screen.
BAR = """([trace, place]) => {
  const chart = document.querySelector(".js-plotly-plot");
  chart.scrollIntoView({block: "center", behavior: "instant"});
  const box = chart.getBoundingClientRect(), {xaxis, yaxis} = chart._fullLayout;
  const bar = chart.calcdata[trace][place];
  return [box.left + xaxis._offset + xaxis.c2p((bar.p0 + bar.p1) / 2),
          box.top + yaxis._offset + yaxis.c2p(chart._fullData[trace].y[place] / 2)];
}"""
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def click_bar(page: Page, trace: int, place: int) -> None:
    """A click into the middle of a bar."""
    page.evaluate(BAR, [trace, place])
    settle(page)
    across, down = page.evaluate(BAR, [trace, place])
    page.mouse.move(across, down)
    page.mouse.click(across, down)


def test_a_click_on_a_point_ends_at_file_and_row(context: BrowserContext, address: str) -> None:
    """The bar of a month opens the rows behind it, and says which of which file."""
    page = visit(context, f"{address}/growth")
    click_bar(page, 0, 20)
    panel = page.locator(".st-key-lineage_lineage_growth")
    expect(panel.get_by_text("Kling 可靈, September 2026: US$9.0M")).to_be_visible()
    expect(panel.get_by_text("60 rows of 1 file.")).to_be_visible()
    expect(panel.get_by_text(re.compile(r"^2026-h2\.jsonl\.gz, row [\d,]+$")).first).to_be_visible()
    expect(panel.get_by_text("MIT, like this project").first).to_be_visible()
    chosen = page.get_by_label("Where does this figure come from?").first
    expect(chosen).to_have_value("Kling 可靈, September 2026: US$9.0M")


@pytest.mark.parametrize("width", [1440, 390])
def test_lineage_is_read_whole(browser: Browser, address: str, width: int) -> None:
    """Chosen by keyboard alone, no cell of it lies beyond the window or cuts its words."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = visit(context, address)
    page.get_by_label("Where does this figure come from?").first.focus()
    page.keyboard.type("growth repeats")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    panel = page.locator(".st-key-lineage_lineage_path")
    expect(panel.get_by_text("disclosures.csv, row").first).to_be_visible()
    settle(page)
    assert page.evaluate(BEYOND_TABLE) == []
    context.close()


@pytest.fixture(params=[390, 820], ids=["telephone", "tablet"])
def glass(browser: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A screen that is touched."""
    opened = browser.new_context(
        viewport={"width": request.param, "height": 800}, has_touch=True, is_mobile=True
    )
    yield opened
    opened.close()


def test_a_tap_on_a_point_chooses_it(glass: BrowserContext, address: str) -> None:
    """As a click does: the figure below is that of the bar, and its words stand beside it."""
    page = visit(glass, f"{address}/growth")
    page.evaluate(BAR, [0, 20])
    settle(page)
    page.touchscreen.tap(*page.evaluate(BAR, [0, 20]))
    chosen = page.get_by_label("Where does this figure come from?").first
    expect(chosen).to_have_value("Kling 可靈, September 2026: US$9.0M")
    expect(page.locator(".hoverlayer text").first).to_contain_text("September 2026: US$9.0M")


@pytest.mark.parametrize("name", ["growth", "", "history"])
def test_a_finger_scrolls_over_a_chart(glass: BrowserContext, address: str, name: str) -> None:
    """Although the chart takes taps, it does not hold the page fast."""
    page = visit(glass, f"{address}/{name}")
    chart = page.locator(".js-plotly-plot").first
    chart.evaluate("chart => chart.scrollIntoView({block: 'center', behavior: 'instant'})")
    settle(page)
    before, box = page.evaluate(SCROLLED), chart.bounding_box()
    assert box
    touch = glass.new_cdp_session(page)
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    for moved in range(20, 241, 20):
        point = {"x": at["x"], "y": at["y"] - moved}
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function(f"{SCROLLED} > {before} + 50", timeout=10_000)


def test_a_workbook_opens_with_the_numbers_of_the_chart(
    context: BrowserContext, address: str
) -> None:
    """What the browser gets is a workbook; its figures are the bars', its name says invented."""
    page = visit(context, f"{address}/growth?metric=Downloads&view=Change&country=JP")
    page.get_by_role("button", name="Take it out").first.click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Excel workbook").click()
    assert download.value.suggested_filename == "growth_downloads_change_all_JP_illustrative.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert book.sheetnames == ["data ILLUSTRATIVE", "sources", "definitions", "about"]
    names, *lines = [[cell.value for cell in line] for line in book.worksheets[0].iter_rows()]
    shown = [value for line in lines if (value := line[names.index("shown")]) is not None]
    drawn: Any = page.evaluate(
        "document.querySelector('.js-plotly-plot').data.flatMap((trace) => Array.from(trace.y))"
    )
    assert shown == [pytest.approx(value) for value in drawn]
    about = {name.value: text.value for name, text in book["about"].iter_rows()}
    assert about["link to the view"].startswith(f"{address}/growth?")
    assert about["link to the view"].endswith("country=JP&as_of=2026-11-24")


#: A link for later names the usual choices too: another version may have other usual ones.
EVERY_CHOICE = [
    ("apps", "Jimeng 即夢"), ("apps", "Kling 可靈"), ("as_of", "2026-04-20"),
    ("country", "Worldwide"), ("currency", "As stated"), ("metric", "Revenue"),
    ("platform", "All platforms"), ("view", "Index"),
]  # fmt: skip


def test_a_pinned_link_and_a_saved_view_open_the_same_screen(
    context: BrowserContext, address: str
) -> None:
    """The copied link has every choice and the day; a view is saved, opened and deleted."""
    page = visit(context, f"{address}/growth?view=Index&as_of=2026-04-20")
    title = page.locator("h2").first.inner_text()
    page.get_by_role("button", name="Share or save this view").click()
    link = page.locator("[data-testid=stPopoverBody] [data-testid=stCode]").inner_text().strip()
    page.get_by_label("Name of the view").fill("April (index) 指數")
    page.get_by_role("button", name="Save this view", exact=True).click()
    saved = page.get_by_role("link", name="April (index) 指數")
    expect(saved).to_be_visible()
    for opened_at in (link, saved.get_attribute("href") or ""):
        other = visit(context, opened_at)
        assert other.locator("h2").first.inner_text() == title
        assert sorted(parse_qsl(urlsplit(other.url).query)) == EVERY_CHOICE
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Delete").click()
    expect(saved).to_be_hidden()


def test_a_table_offers_no_file_of_its_own(context: BrowserContext, address: str) -> None:
    """Its texts could be formulas: only the files that the pages make hold them safely."""
    page = visit(context, f"{address}/ask")
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    expect(table.get_by_role("button", name="Search")).to_be_visible()
    expect(table.get_by_role("button", name="CSV", include_hidden=True)).to_have_count(1)
    expect(table.get_by_role("button", name="CSV")).to_have_count(0)
    expect(page.get_by_role("button", name="CSV")).to_have_count(1)
