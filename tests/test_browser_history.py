"""The History page played, in a real Chromium: by keyboard alone, and only its own part reruns.

Skipped where there is no browser, unless REQUIRE_ALL=1: then its absence is a failure.
"""

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from docs.screenshots import settle
from tests.test_browser import address, browser, context, visit

__all__ = ["address", "browser", "context"]

pytestmark = [pytest.mark.browser, pytest.mark.long]
pytest_plugins = ["tests.page_states"]

STEP = 60_000  # a step may take its time on a busy machine


def title(page: Page) -> str:
    """What the chart of the day says."""
    return page.locator("h3", has_text="Known on").inner_text()


def test_it_plays_and_stops_by_keyboard(context: BrowserContext, address: str) -> None:
    """Enter starts it and Enter stops it; each step between reruns this part of the page alone."""
    page = context.new_page()
    asked: list[BackMsg] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda sent: asked.append(BackMsg.FromString(sent)))

    page.on("websocket", listen)
    page.goto(f"{address}/history")
    settle(page)
    page.get_by_role("button", name="Play").focus()
    page.keyboard.press("Enter")
    heading = page.locator("h3", has_text="Known on")
    expect(heading).to_contain_text("25 March 2025", timeout=STEP)
    asked.clear()
    expect(heading).to_contain_text("31 March 2025", timeout=STEP)
    turns = [one.rerun_script for one in asked if one.HasField("rerun_script")]
    assert turns and all(turn.fragment_id and turn.is_auto_rerun for turn in turns)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Play")).to_be_focused(timeout=STEP)
    settle(page)
    asked.clear()
    page.wait_for_timeout(3_000)  # longer than a turn
    assert [one for one in asked if one.HasField("rerun_script")] == []


def test_arrow_keys_step_on_the_slider(context: BrowserContext, address: str) -> None:
    """One day back from the newest."""
    page = visit(context, f"{address}/history")
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h3", has_text="Known on")).not_to_contain_text(
        re.compile("19 August 2026"), timeout=STEP
    )


def test_nothing_moves_where_less_motion_is_asked_for(browser: Browser, address: str) -> None:
    """There is no button to play; the steps by hand are there."""
    context = browser.new_context(reduced_motion="reduce")
    page = visit(context, f"{address}/history")
    expect(page.get_by_role("button", name="Play")).to_have_count(0)
    before = title(page)
    page.get_by_role("button", name="Earlier").click()
    expect(page.locator("h3", has_text="Known on")).not_to_have_text(before, timeout=STEP)
    context.close()
