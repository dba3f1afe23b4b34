"""The Ask page as a person uses it: a link with a query, the keyboard, a chart, a file, a stop.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect

from docs.screenshots import settle
from tests.page_contrast import too_faint
from tests.test_browser import BEYOND_CHART, COVERED, address, browser

__all__ = ["address", "browser"]

pytestmark = [pytest.mark.browser, pytest.mark.long]
pytest_plugins = ["tests.page_states"]

GROWTH = """from growth
select month, app_id, value, illustrative
where metric = 'revenue' and platform = 'all' and country = 'WW'
order by month"""
ENDLESS = """select count(*)
from range(10_000_000) a, range(10_000_000) b
where hash(a.range, b.range) = 1"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a person of their own."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, color_scheme="light")
    yield context.new_page()
    context.close()


def test_a_link_opens_a_query_and_the_keyboard_runs_the_next(page: Page, address: str) -> None:
    """The address holds what is asked, before and after; another page's address does not."""
    page.goto(f"{address}/ask?{urlencode({'q': 'select 6 * 7 as answer'})}")
    expect(page.get_by_text("1 row in ")).to_be_visible(timeout=60_000)
    editor = page.get_by_role("textbox", name="Query")
    expect(editor).to_have_value("select 6 * 7 as answer")
    editor.fill("from range(3)")
    editor.press("Control+Enter")
    expect(page.get_by_text("3 rows in ")).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=from\+range"))
    page.get_by_role("link", name="Growth").click()
    expect(page.get_by_role("heading", name="Growth, month over month")).to_be_visible()
    assert "q=" not in page.url


@pytest.mark.parametrize("width", [1440, 390])
def test_a_chart_is_one_switch_and_a_choice_away(page: Page, address: str, width: int) -> None:
    """The first proposal is drawn, marked as invented, with nothing cut off or covered."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/ask?{urlencode({'q': GROWTH})}")
    settle(page)
    page.get_by_text("Chart of this answer").click()
    page.get_by_label("A colour for each").click()
    page.get_by_role("option", name="app_id").click()
    expect(page.locator(".legendtext")).to_have_count(2)
    settle(page)
    expect(page.locator(".annotation-text").filter(has_text="ILLUSTRATIVE")).to_be_visible()
    assert page.evaluate(BEYOND_CHART) == []
    assert page.evaluate(COVERED) == []
    assert too_faint(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_answer_is_a_file_in_each_form(page: Page, address: str) -> None:
    """What is downloaded is what was asked."""
    page.goto(f"{address}/ask?{urlencode({'q': 'select 6 * 7 as answer'})}")
    settle(page)
    for form, start in (
        ("csv", b"\xef\xbb\xbfanswer\r\n42"),
        ("parquet", b"PAR1"),
        ("xlsx", b"PK"),
    ):
        with page.expect_download() as download:
            page.locator(f".st-key-download_{form} button").click()
        assert download.value.path().read_bytes().startswith(start)


def test_a_long_query_can_be_cancelled(page: Page, address: str) -> None:
    """It says for how long it runs; a click ends it, and the next query is answered."""
    page.goto(f"{address}/ask?{urlencode({'q': ENDLESS})}")
    page.get_by_role("button", name="Cancel").click(timeout=60_000)
    expect(page.get_by_text("The query was cancelled.")).to_be_visible(timeout=20_000)
    editor = page.get_by_role("textbox", name="Query")
    editor.fill("select 1")
    editor.press("Control+Enter")
    expect(page.get_by_text("1 row in ")).to_be_visible(timeout=20_000)


def test_a_good_question_and_a_table_are_a_choice_away(page: Page, address: str) -> None:
    """An example fills the editor and is answered; a table shows its words and is asked."""
    page.goto(f"{address}/ask")
    settle(page)
    page.get_by_label("Good questions to start from").click()
    page.get_by_role("option").nth(1).click()
    expect(page.get_by_text("4 rows in ")).to_be_visible(timeout=20_000)
    page.get_by_label("Table", exact=True).click()
    page.keyboard.type("apps: One")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ask for apps").click()
    expect(page.get_by_role("textbox", name="Query")).to_have_value("from apps\nlimit 100")
