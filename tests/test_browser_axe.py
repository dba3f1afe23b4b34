"""What axe-core finds on the pages, in both themes, on a desk and a telephone: nothing serious, and
no level of heading is left out.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

from collections.abc import Iterator
from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from app_pages import lineage
from docs.screenshots import settle
from tests.test_browser import PAGES, address, browser

__all__ = ["address", "browser"]

pytestmark = [pytest.mark.browser, pytest.mark.long]
pytest_plugins = ["tests.page_states"]

GRAVE = ("serious", "critical")
# Its only moderate finding that a person who listens to a page meets on every page.
ALSO = ("heading-order",)
WIDTHS = (1440, 390)
THEMES = ("light", "dark")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a person of their own."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, color_scheme="light")
    yield context.new_page()
    context.close()


def findings(page: Page) -> list[str]:
    """What is grave on the page as it stands: the rule, the element, and what is wrong with it."""
    return [
        f"{found['id']}: {node['html'][:200]}: {node['failureSummary']}"
        for found in Axe().run(page).response["violations"]
        if found["impact"] in GRAVE or found["id"] in ALSO
        for node in found["nodes"]
    ]


def everywhere(page: Page) -> dict[str, list[str]]:
    """The findings of each theme and width that has any."""
    found: dict[str, list[str]] = {}
    for theme, width in product(THEMES, WIDTHS):
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        settle(page)
        found[f"{theme}, {width}"] = findings(page)
    return {where: grave for where, grave in found.items() if grave}


@pytest.mark.parametrize("name", PAGES)
def test_every_page(page: Page, address: str, name: str) -> None:
    """As it opens."""
    page.goto(f"{address}/{name}")
    settle(page)
    assert everywhere(page) == {}


def test_the_way_from_a_figure_to_its_rows(page: Page, address: str) -> None:
    """With a figure chosen below a chart, and everything that opens there opened."""
    page.goto(f"{address}/growth")
    settle(page)
    page.get_by_role("combobox", name=lineage.QUESTION).first.click()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    rows = page.locator("[class*='st-key-lineage_']")
    rows.get_by_text("rows of 1 file").wait_for()
    for opens in rows.locator("summary").all():
        opens.click()
    settle(page)
    assert everywhere(page) == {}
