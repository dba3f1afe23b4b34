"""Takes pictures of the dashboard: each page in each state, width, theme and language.

`make screenshots` writes them to build/screenshots/, a folder a state, and the README's to
docs/images/. The state "loaded" is taken in every width, theme and language, each other one at
both ends: a wide light page in English, a telephone's dark one in Chinese.
"""

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from docs.states import STATES

PROJECT = Path(__file__).resolve().parent.parent
IMAGES = PROJECT / "docs" / "images"
PICTURES = PROJECT / "build" / "screenshots"
PAGES = ("pace", "growth", "market", "history", "ask", "alerts", "data", "app")
README = ("pace", "growth")
WIDTHS = (1440, 1024, 390)
THEMES = ("light", "dark")
LANGUAGES = ("en", "zh-Hant")
README_SHOT = (1440, "light", "en")
EVERY_SHOT = tuple(product(WIDTHS, THEMES, LANGUAGES))
BOTH_ENDS = (README_SHOT, (390, "dark", "zh-Hant"))
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
def server(environment: Mapping[str, str], script: str = "dashboard.py") -> Iterator[str]:
    """The address of a Streamlit server of that script, stopped at the end whatever happens."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(PROJECT / script)),
        *("--server.port", str(port), "--server.address", "127.0.0.1"),
        *("--server.headless", "true", "--server.fileWatcherType", "none"),
    ]
    with running(command, environment, f"http://127.0.0.1:{port}", "/_stcore/health") as address:
        yield address


@contextmanager
def running(
    command: Sequence[str | Path], environment: Mapping[str, str], address: str, health: str
) -> Iterator[str]:
    """The address of what the command serves, once it answers; stopped at the end."""
    process = subprocess.Popen(
        command,
        cwd=PROJECT,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"{address}{health}", process)
        yield address
    finally:
        stop(process)


@contextmanager
def served(data: Path, **environment: str) -> Iterator[str]:
    """The address of a dashboard over this data folder, stopped at the end whatever happens."""
    with server({**environment, "TRACKER_DATA": str(data)}) as address:
        yield address


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


def take(browser: Browser, address: str, file: Path, shot: tuple[int, str, str]) -> Path:
    """One picture of the page at an address at one width, in one theme and language."""
    width, theme, language = shot
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, locale="en-GB"
    )
    try:
        page = context.new_page()
        page.goto(f"{address}?lang={language}")
        settle(page)
        stretch(page, width)
        page.screenshot(path=file)
        return file
    finally:
        context.close()


def pictures(browser: Browser, state: str, pages: list[str], out: Path) -> Iterator[Path]:
    """Every picture of one state, each page at each of its shots."""
    described = STATES[state]
    with tempfile.TemporaryDirectory(prefix="tracker-pictures-") as made:
        tracker = described.make(Path(made))
        folder = out / state
        folder.mkdir(parents=True, exist_ok=True)
        environment = {"TRACKER_ROOT": str(tracker.root), "TRACKER_TODAY": described.today}
        with served(tracker.store.root, **environment) as address:
            shots = EVERY_SHOT if state == "loaded" else BOTH_ENDS
            for name, shot in product(pages, shots):
                where = f"{address}/{'' if name == PAGES[0] else name}"
                file = folder / "{}_{}_{}_{}.png".format(name, *shot)
                yield take(browser, where, file, shot)
                if state == "loaded" and shot == README_SHOT and name in README:
                    shutil.copyfile(file, IMAGES / f"{name}.png")


def main() -> int:
    """Take every picture asked for and print where each one is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=PICTURES)
    parser.add_argument("--page", choices=PAGES, action="append", dest="pages")
    parser.add_argument("--state", choices=STATES, action="append", dest="states")
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for state in asked.states or STATES:
            for file in pictures(browser, state, asked.pages or [*PAGES], asked.out):
                print(file, flush=True)
        browser.close()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NoBrowser as error:
        print(error, file=sys.stderr)
        sys.exit(1)
