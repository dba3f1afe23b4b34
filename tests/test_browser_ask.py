"""The Ask page as a person uses it: a link with a query, the keyboard, a chart, a file, a stop.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

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


def written(page: Page) -> Locator:
    """The editor, once it is more than a plain field."""
    editor = page.get_by_role("textbox", name="Query").and_(page.locator(".cm-content"))
    expect(editor).to_be_visible(timeout=20_000)
    return editor


def test_a_link_opens_a_query_and_the_keyboard_runs_the_next(page: Page, address: str) -> None:
    """The address holds what is asked, before and after; another page's address does not."""
    page.goto(f"{address}/ask?{urlencode({'q': 'select 6 * 7 as answer'})}")
    expect(page.get_by_text("1 row in ")).to_be_visible(timeout=60_000)
    editor = written(page)
    expect(editor).to_have_text("select 6 * 7 as answer")
    editor.fill("from range(3)")
    expect(page.get_by_text("Not run yet")).to_be_visible()
    editor.press("Control+Enter")
    expect(page.get_by_text("3 rows in ")).to_be_visible()
    expect(page.get_by_text("Not run yet")).to_have_count(0)
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
    editor = written(page)
    editor.fill("select 1")
    editor.press("Control+Enter")
    expect(page.get_by_text("1 row in ")).to_be_visible(timeout=20_000)


def test_a_good_question_and_a_table_are_a_choice_away(page: Page, address: str) -> None:
    """An example fills the editor and is answered; a table shows its words and is asked."""
    page.goto(f"{address}/ask")
    settle(page)
    page.get_by_label("Good questions to start from").click()
    page.get_by_role("option").nth(1).click()
    expect(page.get_by_text("5 rows in ")).to_be_visible(timeout=20_000)
    page.get_by_label("Table", exact=True).click()
    page.keyboard.type("apps: One")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ask for apps").click()
    expect(written(page).locator(".cm-line")).to_have_text(["from apps", "limit 100"])


def test_words_are_proposed_and_taken_by_the_keyboard(page: Page, address: str) -> None:
    """Tables, the columns of those that are asked, and functions; Enter alone is a new line."""
    page.goto(f"{address}/ask?{urlencode({'q': 'select 1'})}")
    settle(page)
    editor = written(page)
    proposals = page.get_by_role("option")
    editor.fill("from grow")
    expect(proposals.first).to_have_text("growth")
    page.keyboard.press("Tab")
    expect(editor).to_have_text("from growth")
    page.keyboard.type(" as g\nselect g.mom_ch")
    expect(proposals.first).to_contain_text("mom_change")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.type(", illustr")
    expect(proposals.first).to_contain_text("illustrativeboolean")
    page.keyboard.press("Enter")
    page.keyboard.type(", date_tru")
    expect(proposals.first).to_contain_text("date_trunc(part, timestamp)")
    page.keyboard.press("Escape")
    expect(proposals).to_have_count(0)
    lines = ["from growth as g", "select g.mom_change, illustr", ", date_tru"]
    expect(editor.locator(".cm-line")).to_have_text(lines)
    page.keyboard.type("\n-- from grow")
    expect(proposals).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_known_is_coloured_and_readable(
    browser: Browser, address: str, scheme: Literal["light", "dark"]
) -> None:
    """A table, column or function that does not exist looks like no such; nothing is too faint."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    query = "from growth select round(value, 1.5), valeu, nosuch(1), 'growth' -- month"
    page.goto(f"{address}/ask?{urlencode({'q': query})}")
    settle(page)
    editor = written(page)
    for kind, names in (("table", ["growth"]), ("column", ["value"]), ("function", ["round"])):
        expect(editor.locator(f".sql-{kind}")).to_have_text(names)
    expect(editor.locator(".sql-comment")).to_have_text("-- month")
    editor.press("Control+End")
    editor.press("Control+Space")
    assert too_faint(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    away = [url for url in asked if not url.startswith((address, "data:", "blob:"))]
    assert away == []
    context.close()


def test_the_keyboard_leaves_the_editor_and_a_draft_is_kept(page: Page, address: str) -> None:
    """Tab leads to the button; what is not run yet is there again after a look at another page."""
    page.goto(f"{address}/ask?{urlencode({'q': 'select 1 as first'})}")
    settle(page)
    editor = written(page)
    editor.fill("select 2 as second")
    editor.press("Escape")
    editor.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()
    page.get_by_role("link", name="Alerts").click()
    settle(page)
    page.get_by_role("link", name="Ask").click()
    settle(page)
    expect(written(page)).to_have_text("select 2 as second")
    expect(page.get_by_text("Not run yet")).to_be_visible()
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page).to_have_url(re.compile("q=select\\+2"))
    page.get_by_label("Asked before, in this tab").click()
    page.get_by_role("option", name="select 1 as first").click()
    expect(written(page)).to_have_text("select 1 as first")


def test_without_the_editor_a_plain_field_does_the_same(page: Page, address: str) -> None:
    """Where its script does not come through, the query is written, run and linked all the same."""
    page.route("**/assets/**", lambda route: route.abort())
    page.goto(f"{address}/ask?{urlencode({'q': 'select 6 * 7 as answer'})}")
    settle(page)
    field = page.get_by_role("textbox", name="Query")
    expect(field).to_have_value("select 6 * 7 as answer")
    field.fill("from range(3)")
    field.press("Control+Enter")
    expect(page.get_by_text("3 rows in ")).to_be_visible(timeout=20_000)
    expect(page).to_have_url(re.compile(r"q=from\+range"))
