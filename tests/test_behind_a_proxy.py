"""The tracker as the Procfile starts it, below a path and behind a reverse proxy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from docs.screenshots import free_port, settle, stop, wait_for
from tests.page_fixtures import TODAY
from tests.proxy_fixtures import proxied
from tests.test_browser import PROBES, browser

__all__ = ["browser"]

pytest_plugins = ["tests.page_states"]

ROOT = Path(__file__).parent.parent
PREFIX = "/tracker"
#: The addresses that lead within the tracker, or to nowhere.
HREFS = "[...document.querySelectorAll('a[href]')].map((link) => link.href)"


@contextmanager
def started(data: Path, **environment: str) -> Iterator[int]:
    """The port of the web process of the Procfile, over this data folder."""
    [command] = re.findall(r"^web: (.*)$", (ROOT / "Procfile").read_text(encoding="utf-8"), re.M)
    port = free_port()
    surroundings = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
        "TRACKER_DATA": str(data),
        "TRACKER_TODAY": TODAY,
        "TRACKER_PREFIX": PREFIX,
        "PORT": str(port),
    }
    process = subprocess.Popen(
        ["sh", "-c", f"exec env {command}"],
        cwd=ROOT,
        env=surroundings | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}{PREFIX}/_stcore/health", process)
        yield port
    finally:
        stop(process)


@pytest.fixture(scope="module")
def address(everything: Path) -> Iterator[str]:
    """The tracker as somebody behind a proxy sees it."""
    with started(everything) as port, proxied(port, PREFIX) as at:
        yield at


def statuses(at: str, askers: str) -> set[int]:
    """What twenty requests get, each of which says that it comes for another asker."""
    said = [{"X-Forwarded-For": askers.format(number)} for number in range(1, 21)]
    return {httpx.get(f"{at}/healthz", headers=headers).status_code for headers in said}


@pytest.mark.parametrize(("trusted", "scheme"), [("", "http"), ("127.0.0.1", "https")])
def test_a_proxy_is_believed_only_when_it_is_named(
    trusted: str, scheme: str, everything: Path
) -> None:
    """Whoever asks may write the headers too: then they change neither the rate nor an address."""
    with started(everything, TRACKER_API_RATE="1", TRACKER_PROXIES=trusted) as port:
        at = f"http://127.0.0.1:{port}{PREFIX}"
        index = httpx.get(f"{at}/api/v1", headers={"X-Forwarded-Proto": "https"}).json()
        assert index["docs"] == f"{scheme}://127.0.0.1:{port}{PREFIX}/api/v1/docs"
        assert statuses(at, "203.0.113.{}") == ({200} if trusted else {200, 429})
        with proxied(port, PREFIX, X_Forwarded_For="192.0.2.7") as before:
            assert 429 in statuses(before, "198.51.100.{}")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of a person of their own, who may copy and download."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.mark.browser
@pytest.mark.long
def test_each_page_and_link_stays_below_the_path(page: Page, address: str) -> None:
    """By the menu, by a link opened directly, by an app's name and by a link that was copied."""
    lost: list[str] = []
    page.on("response", lambda got: lost.append(got.url) if got.status >= 400 else None)
    page.goto(address)
    settle(page)
    within = address.rsplit("/", 1)[0]
    for name in ("Growth", "Market", "History", "Ask", "Alerts", "Data", "Pace"):
        page.get_by_role("link", name=name, exact=True).first.click()
        settle(page)
        hrefs = [href for href in page.evaluate(HREFS) if href.startswith(within)]
        assert hrefs
        assert [href for href in hrefs if not href.startswith(f"{address}/")] == []
    page.goto(f"{address}/market?as_of=2026-08-20")
    settle(page)
    page.locator("a[href*='app=']").filter(visible=True).first.click()
    settle(page)
    assert urlsplit(page.url).path == f"{PREFIX}/app"
    page.get_by_role("button", name="Share or save this view").click()
    shown = page.locator("[data-testid=stPopoverBody] code").inner_text()
    assert shown.startswith(f"{address}/app?")
    page.goto(shown)
    settle(page)
    expect(page.get_by_text("You see what was known on 20 August 2026.")).to_be_visible()
    assert [url for url in lost if not PROBES.search(url)] == []


@pytest.mark.browser
@pytest.mark.long
def test_answers_and_files_come_through(page: Page, address: str) -> None:
    """A click reaches the server by the web socket, a file by its own address, the API beside."""
    page.goto(f"{address}/ask?q=select+6+*+7+as+answer")
    settle(page)
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_text("1 row in ")).to_be_visible(timeout=20_000)
    settle(page)
    with page.expect_download() as download:
        page.locator(".st-key-download_csv button").click()
    assert b"42" in download.value.path().read_bytes()
    page.goto(f"{address}/api/v1/docs")
    page.get_by_role("link", name="/api/v1/apps").last.click()
    assert urlsplit(page.url).path == f"{PREFIX}/api/v1/apps"
    assert '"table":"apps"' in page.content().replace(" ", "")
