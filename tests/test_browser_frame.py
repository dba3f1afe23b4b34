"""One chart in a frame of another site's page, in a real Chromium.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from app_pages.drawer import CHARTS
from docs.screenshots import served
from tests.page_fixtures import TODAY
from tests.test_browser import address, browser
from tests.test_browser_axe import findings

__all__ = ["address", "browser"]

pytestmark = [pytest.mark.browser, pytest.mark.long]
pytest_plugins = ["tests.page_states"]


class Wiki:
    """Another site: one page that frames a chart of a tracker."""

    def __init__(self) -> None:
        self.tracker = ""
        wiki = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.end_headers()
                frame = f"<iframe src='{wiki.tracker}/api/v1/chart/reported'></iframe>"
                self.wfile.write(frame.encode())

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        self.thread = Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        """Stop listening."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def wiki() -> Iterator[Wiki]:
    """A site on this machine, which browsers take for another because its port is another."""
    made = Wiki()
    yield made
    made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a person of their own."""
    context = browser.new_context(viewport={"width": 960, "height": 700})
    yield context.new_page()
    context.close()


def test_a_named_site_may_frame_a_chart(page: Page, wiki: Wiki, everything: Path) -> None:
    """The chart is drawn in the other page."""
    with served(everything, TRACKER_TODAY=TODAY, TRACKER_API_FRAMING=wiki.address) as tracker:
        wiki.tracker = tracker
        page.goto(wiki.address)
        title = page.frame_locator("iframe").get_by_role("heading", level=1)
        expect(title).to_have_text("Kling 可靈: revenue reported by quarter")


def test_any_other_site_may_not(page: Page, wiki: Wiki, address: str) -> None:
    """The browser refuses, and says by which rule."""
    wiki.tracker = address
    refused, ruled = page.expect_event("requestfailed"), page.expect_console_message(broken_rule)
    with refused as failed, ruled:
        page.goto(wiki.address)
    assert failed.value.url == f"{address}/api/v1/chart/reported"
    assert failed.value.failure == "net::ERR_BLOCKED_BY_RESPONSE"
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)


def broken_rule(said: ConsoleMessage) -> bool:
    """Whether Chromium names the rule that was broken."""
    return "frame-ancestors 'self'" in said.text


@pytest.mark.parametrize("width", [960, 390])
@pytest.mark.parametrize("chart", CHARTS)
def test_it_fits_its_frame(page: Page, address: str, chart: str, width: int) -> None:
    """Nothing sticks out of the page, the figures open without a script, and axe finds nothing."""
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{address}/api/v1/chart/{chart}")
    page.locator("summary").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
