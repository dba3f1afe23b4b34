"""Takes the pictures of the dashboard: each page, wide and narrow, light and dark.

`make screenshots` writes docs/images/; it serves the data of TRACKER_DATA on a free port.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

PROJECT = Path(__file__).resolve().parent.parent
IMAGES = PROJECT / "docs" / "images"
PAGES = ("pace", "growth", "market", "history", "ask", "alerts", "data")
WIDTHS = (1440, 390)
THEMES = ("light", "dark")
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS = 60


class NoBrowser(RuntimeError):
    """Neither an installed Chromium or Chrome nor Playwright's own was found."""


def launch(playwright: Playwright) -> Browser:
    """An installed Chromium or Chrome, else the one that Playwright downloads."""
    found = next((path for name in INSTALLED if (path := shutil.which(name))), None)
    try:
        return playwright.chromium.launch(executable_path=found, args=list(ARGUMENTS))
    except PlaywrightError as error:
        raise NoBrowser(
            "no browser for the dashboard: install chromium (Debian: apt install chromium) or run "
            f"“{sys.executable} -m playwright install chromium”"
        ) from error


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(data: Path, **environment: str) -> Iterator[str]:
    """The address of a dashboard over this data folder, stopped at the end whatever happens."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(PROJECT / "dashboard.py")),
        *("--server.port", str(port), "--server.address", "127.0.0.1"),
        *("--server.headless", "true", "--server.fileWatcherType", "none"),
    ]
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        env={**os.environ, **environment, "TRACKER_DATA": str(data)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        stop(process)


def wait_for(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Return once the server answers; fail when it ends or takes a minute."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"the dashboard ended with {process.returncode} before it answered")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not answer within {START_SECONDS} s")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End the server and what it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(timeout=10)


# True once the script has rested, with every chart drawn, for a second of looks.
RESTED = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const charts = [...document.querySelectorAll("[data-testid=stPlotlyChart]")];
  const rested = app.dataset.testScriptState === "notRunning"
    && !document.querySelector("[data-testid=stSkeleton], [data-testid=stSpinner]")
    && charts.every((chart) => chart.querySelector(".main-svg"));
  window.restedLooks = rested ? (window.restedLooks || 0) + 1 : 0;
  return window.restedLooks > 10;
}"""


def settle(page: Page) -> None:
    """Wait until the script run is over and every chart is drawn."""
    page.wait_for_selector("h1", timeout=60_000)
    page.evaluate("window.restedLooks = 0")
    page.wait_for_function(RESTED, polling=100, timeout=60_000)


def stretch(page: Page, width: int) -> None:
    """Make the window as high as the page, so that one picture holds all of it."""
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(int(height) + 8, 9000)})
    page.wait_for_timeout(600)


def take(browser: Browser, address: str, folder: Path, **shot: Any) -> Path:
    """One picture of one page at one width in one theme."""
    context = browser.new_context(
        viewport={"width": shot["width"], "height": 900}, color_scheme=shot["theme"], locale="en-GB"
    )
    try:
        page = context.new_page()
        name = "" if shot["name"] == PAGES[0] else shot["name"]
        page.goto(f"{address}/{name}{shot.get('query', '')}")
        settle(page)
        stretch(page, shot["width"])
        tail = "" if (shot["width"], shot["theme"]) == (1440, "light") else "_{width}_{theme}"
        file = folder / (shot["name"] + tail.format(**shot) + ".png")
        page.screenshot(path=file)
        return file
    finally:
        context.close()


def main() -> int:
    """Take every picture asked for and print where each one is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(os.environ.get("TRACKER_DATA", "data")))
    parser.add_argument("--out", type=Path, default=IMAGES)
    parser.add_argument("--page", choices=PAGES, action="append", dest="pages")
    parser.add_argument("--query", default="", help="for example ?view=Change")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    with served(asked.data.absolute()) as address, sync_playwright() as playwright:
        browser = launch(playwright)
        for name in asked.pages or PAGES:
            for width in WIDTHS:
                for theme in THEMES:
                    shot = {"name": name, "width": width, "theme": theme, "query": asked.query}
                    print(take(browser, address, asked.out, **shot))
        browser.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NoBrowser as error:
        print(error, file=sys.stderr)
        sys.exit(1)
