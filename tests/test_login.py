"""The login in a browser: who sees figures and who may act, with a provider played on loopback."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from docs.screenshots import served, settle
from tests.test_browser import browser
from warehouse import acts, requests
from warehouse.paths import Store

__all__ = ["browser"]

pytestmark = [pytest.mark.browser, pytest.mark.long]

SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{cookie}"
client_id = "tracker"
client_secret = "not asked for"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"

[roles]
editors = ["Ed@fund.example"]
viewers = ["*@fund.example"]
"""
#: What each person's provider says of them.
PEOPLE = {
    "ed": {"email": "ed@FUND.example", "email_verified": True},
    "vera": {"email": "vera@fund.example", "email_verified": True},
    "unsure": {"email": "ed@fund.example", "email_verified": False},
    "silent": {"email": "ed@fund.example"},
    "stranger": {"email": "ed@fund.example.evil.example", "email_verified": True},
}


@contextmanager
def provider() -> Iterator[int]:
    """The port of a provider that knows these people."""
    from oidc_provider_mock import User, run_server_in_thread

    users = [User(sub=name, claims=claims) for name, claims in PEOPLE.items()]
    with run_server_in_thread(user_claims=users) as server:
        yield server.server_port


@pytest.fixture(scope="module")
def folder(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a few figures."""
    return Path(shutil.copytree(few, tmp_path_factory.mktemp("login") / "data", symlinks=True))


@pytest.fixture(scope="module")
def address(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A tracker with a login."""
    secrets = tmp_path_factory.mktemp("secrets") / "secrets.toml"
    with provider() as port:
        text = SECRETS.format(provider=port, cookie=os.urandom(32).hex())
        secrets.write_text(text, encoding="utf-8")
        with served(folder, STREAMLIT_SECRETS_FILES=str(secrets)) as at:
            yield at


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab of somebody who is not logged in."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def log_in(page: Page, address: str, person: str) -> None:
    """As a person does it."""
    page.goto(address)
    page.get_by_role("button", name="Log in").click()
    page.locator("input[name=sub]").fill(person)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{address}/**")


@pytest.mark.parametrize(
    "path", ["", "growth", "market", "history", "ask", "alerts", "data", "app"]
)
def test_without_a_login_no_page_shows_a_figure(path: str, page: Page, address: str) -> None:
    """Only the way to log in: no menu, no table, no field."""
    page.goto(f"{address}/{path}")
    expect(page.get_by_role("button", name="Log in")).to_be_visible(timeout=30_000)
    shown = page.locator("body").inner_text()
    assert "Log in to see it." in shown
    for word in ("Kling", "Jimeng", "US$", "As known on", "Growth", "Sources"):
        assert word not in shown
    assert page.locator("input, table, canvas, svg.main-svg").count() == 0


@pytest.mark.parametrize("person", ["stranger", "unsure", "silent"])
def test_who_is_not_listed_or_not_confirmed_sees_nothing(
    person: str, page: Page, address: str
) -> None:
    """A sentence and the way out."""
    log_in(page, address, person)
    expect(page.get_by_text("not on the list")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("button", name="Log out")).to_be_visible()
    assert page.get_by_role("button").all_inner_texts() == ["Log out"]


def test_a_viewer_sees_and_may_not_act(page: Page, address: str, folder: Path) -> None:
    """The Data page has no form to upload or to enter."""
    log_in(page, address, "vera")
    expect(page.get_by_role("button", name="Log out")).to_be_attached(timeout=30_000)
    page.goto(f"{address}/data")
    settle(page)
    expect(page.get_by_text("Editors upload files here.")).to_be_visible()
    expect(page.get_by_text("Editors add figures by hand here.")).to_be_visible()
    assert page.locator("input[type=file]").count() == 0
    assert requests.pending(Store(folder)) == []


def test_an_editor_may_upload(page: Page, address: str, folder: Path) -> None:
    """In whatever letters the address is written; the log has it as the provider confirmed it."""
    log_in(page, address, "ed")
    expect(page.get_by_role("button", name="Log out")).to_be_attached(timeout=30_000)
    page.goto(f"{address}/data")
    settle(page)
    page.get_by_text("Upload files").first.click()
    expect(page.locator("input[type=file]")).to_be_attached()
    expect(page.get_by_text("Editors upload files here.")).to_have_count(0)
    file = {"name": "a.csv", "mimeType": "text/csv", "buffer": b"app,metric\n"}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_text("Look into them").click()
    expect(page.get_by_text("ed@fund.example")).to_be_visible(timeout=60_000)
    [act] = acts.newest(Store(folder), 9)
    assert (act.who, act.place, act.verb, act.subject) == (
        "ed@fund.example",
        "page",
        "upload",
        "a.csv",
    )
