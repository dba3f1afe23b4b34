"""The forms of the Data page as a person meets them, in a real Chromium: read whole on a telephone,
in both themes, and nothing typed is lost.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from docs.screenshots import served, settle
from tests.page_contrast import too_faint
from tests.page_fixtures import TODAY, Tracker
from tests.prepared import Prepared
from tests.test_browser import BEYOND_TABLE, browser
from tests.test_data_page import CENTS, EXPORT, PROJECT, know_spring
from warehouse import requests
from warehouse.paths import Store

__all__ = ["browser"]

pytestmark = pytest.mark.browser
pytest_plugins = ["tests.page_states"]

# What sticks out of the window, or cuts its own words, among the parts of the forms.
BEYOND_FORM = """[...document.querySelectorAll(
  "[data-testid=stMain] button, [data-testid=stMain] input, [data-testid=stMain] label p,"
  + "[data-testid=stMain] li, [data-testid=stAlert]"
)].filter((part) => {
  const box = part.getBoundingClientRect();
  return box.width > 0 && (box.right > innerWidth + 1 || box.left < 0);
}).map((part) => part.textContent || part.getAttribute("aria-label"))"""
VARIANTS = [
    (1440, "dark"),
    (390, "light"),
    pytest.param(1440, "light", marks=pytest.mark.long),
    pytest.param(390, "dark", marks=pytest.mark.long),
]


@pytest.fixture(scope="module")
def waiting(prepared: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Tracker:
    """A tracker with one file of each kind that waits for a person."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRACKER_TODAY", TODAY)
        root = tmp_path_factory.mktemp("waiting")
        made = Tracker.found(prepared.copy("spring", know_spring, root))
        made.drop("my-vendor", "cents.csv", CENTS)
        made.drop("somewhere", "feed.txt", "anything")
        export = (PROJECT / "tests" / "vendor" / EXPORT).read_text(encoding="utf-8-sig")
        made.drop("sensor-tower", EXPORT, export)
        made.run()
    return made


@pytest.fixture(scope="module")
def address(waiting: Tracker) -> Iterator[str]:
    """A dashboard over it, whose checks read the same configuration."""
    surroundings = {"TRACKER_TODAY": TODAY, "TRACKER_ROOT": str(waiting.root)}
    with served(waiting.store.root, **surroundings) as served_at:
        yield served_at


def opened(browser: Browser, address: str, width: int, theme: Any) -> Page:
    """The Data page with every form open."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=theme)
    page = context.new_page()
    page.goto(f"{address}/data")
    settle(page)
    for name in ("Upload files", "Add one figure by hand", "Withdraw a loaded file"):
        page.get_by_text(name, exact=True).click()
    settle(page)
    return page


@pytest.mark.parametrize(("width", "theme"), VARIANTS)
def test_every_form_is_read_whole(browser: Browser, address: str, width: int, theme: Any) -> None:
    """No field, button or question sticks out or is too faint, wide and narrow, light and dark."""
    page = opened(browser, address, width, theme)
    for said in ("Country its figures cover", "Your reason, kept for good", "Value", "Go on"):
        expect(page.get_by_text(said, exact=True).locator("visible=true").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BEYOND_FORM) == []
    assert page.evaluate(BEYOND_TABLE) == []
    assert too_faint(page) == []
    picture(page, f"forms_{width}_{theme}", width)
    page.context.close()


def picture(page: Page, name: str, width: int) -> None:
    """Keep a picture for a person to look at, where PICTURES names a folder."""
    if folder := os.environ.get("PICTURES"):
        height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
        page.set_viewport_size({"width": width, "height": min(int(height), 6000)})
        page.screenshot(path=Path(folder) / f"{name}.png")


@pytest.mark.long
def test_what_was_typed_stays_while_the_page_is_drawn_again(browser: Browser, address: str) -> None:
    """A figure half typed and a fault shown beside its field survive the answer to another form."""
    page = opened(browser, address, 1440, "light")
    value = page.get_by_label("Value", exact=True)
    value.fill("1.234,56")
    page.get_by_label("Published by").fill("Kuaishou results call")
    page.get_by_role("button", name="It is from this source").click()
    expect(page.get_by_text("Choose the source first.")).to_be_visible()
    settle(page)
    expect(value).to_have_value("1.234,56")
    page.get_by_role("button", name="Show what will be stored").click()
    expect(page.get_by_text("'1.234,56' is no amount")).to_be_visible()
    expect(value).to_have_value("1.234,56")
    expect(page.get_by_label("Published by")).to_have_value("Kuaishou results call")
    page.context.close()


def test_an_upload_shows_what_it_would_load(browser: Browser, address: str) -> None:
    """A file chosen on a telephone is looked into, its proof is shown, and discarding leaves
    nothing."""
    page = opened(browser, address, 390, "dark")
    page.locator("input[type=file]").set_input_files(
        {"name": "may.csv", "mimeType": "text/csv", "buffer": CENTS.replace("05,", "03,").encode()}
    )
    source = page.locator("[data-testid=stForm]").filter(has_text="Look into them")
    expect(source.get_by_text("may.csv")).to_be_visible()
    source.get_by_role("combobox").fill("my-vendor")
    source.get_by_role("combobox").press("Enter")
    page.get_by_role("button", name="Look into them").click()
    expect(page.get_by_text("If you load it now, it is held")).to_be_visible(timeout=60_000)
    settle(page)
    assert page.evaluate(BEYOND_TABLE) == []
    assert too_faint(page) == []
    picture(page, "upload_390_dark", 390)
    page.get_by_role("button", name="Discard").click()
    expect(page.get_by_text("If you load it now, it is held")).to_have_count(0)
    page.context.close()


def test_an_answer_is_done_while_the_page_is_open(
    browser: Browser, address: str, waiting: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was asked is called so until a load did it; then the open page shows it by itself."""
    monkeypatch.setenv("TRACKER_TODAY", TODAY)
    page = opened(browser, address, 1440, "light")
    card = page.locator("[class*=st-key-waiting_]").filter(has_text="cents.csv")
    card.get_by_label("Your reason, kept for good").fill("not ours")
    card.get_by_role("button", name="Refuse: keep it out").click()
    expect(card.get_by_text("Asked; the next load carries it out.")).to_be_visible()
    assert len(requests.pending(Store(waiting.store.root))) == 1
    waiting.run()
    expect(card).to_have_count(0, timeout=30_000)
    expect(page.get_by_text("refused by a person on 2026-11-24: not ours").first).to_be_visible()
    page.context.close()
