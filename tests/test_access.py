"""Whether people must log in: what the secrets and the environment say, and what is in doubt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
import streamlit as st
from streamlit import config
from streamlit.runtime.secrets import Secrets

from app_pages import access
from docs.screenshots import served
from warehouse.errors import TrackerError

AUTH = '[auth]\ncookie_secret = "only for this test"\n'


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Path]]:
    """Writes the secrets of a server that has just started; before that there are none."""
    path = tmp_path / "secrets.toml"
    before = config.get_option("secrets.files")
    config.set_option("secrets.files", [str(path)])
    monkeypatch.delenv(access.VARIABLE, raising=False)

    def write(content: str) -> Path:
        path.write_text(content, encoding="utf-8")
        monkeypatch.setattr(st, "secrets", Secrets())
        monkeypatch.setattr(access, "_was_on", threading.Event())
        return path

    write("").unlink()
    yield write
    config.set_option("secrets.files", before)


@pytest.mark.parametrize(
    ("content", "on"),
    [("", False), ("[other]\nauth = 1\n", False), ("[auth]\n", True), (AUTH, True)],
)
def test_the_secrets_turn_the_login_on(
    content: str, on: bool, written: Callable[[str], Path]
) -> None:
    """Off when there is no file of them."""
    assert not access.is_on()
    written(content)
    assert access.is_on() is on


def test_once_on_it_stays_on(written: Callable[[str], Path]) -> None:
    """A file that is lost or damaged while the server runs opens nothing."""
    path = written(AUTH)
    assert access.is_on()
    path.unlink()
    st.secrets._reset()
    assert access.is_on()


def test_secrets_that_cannot_be_read_let_nobody_in(written: Callable[[str], Path]) -> None:
    """Nor does the message repeat them."""
    for damage in ('[auth\nkey = "private"', 'key = "private'):
        written(damage)
        with pytest.raises(TrackerError, match="cannot be read") as refused:
            access.is_on()
        assert "private" not in str(refused.value)
    path = written("")
    path.write_bytes(b'[auth]\nkey = "\xff"')
    with pytest.raises(TrackerError, match="cannot be read"):
        access.is_on()
    path.unlink()
    path.symlink_to(path.parent / "not-mounted")
    with pytest.raises(TrackerError, match="cannot be read"):
        access.is_on()


def test_the_environment_asks_for_a_login_and_never_against_one(
    written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """on: there must be one. Anything else is a slip."""
    for value in ("on", " ON ", "off", "1"):
        monkeypatch.setenv(access.VARIABLE, value)
        with pytest.raises(TrackerError):
            access.is_on()
    written(AUTH)
    assert access.is_on()


@pytest.mark.long
@pytest.mark.parametrize("content", ["", "[auth"])
def test_a_server_in_doubt_does_not_start(content: str, few: Path, tmp_path: Path) -> None:
    """TRACKER_AUTH=on without the section, and secrets that are damaged."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(content, encoding="utf-8")
    surroundings = {"TRACKER_AUTH": "on", "STREAMLIT_SECRETS_FILES": str(secrets)}
    with pytest.raises(RuntimeError, match="ended with 1"), served(few, **surroundings):
        pass


@pytest.mark.long
def test_the_server_asks_programs_for_a_token(few: Path, tmp_path: Path) -> None:
    """And answers without one that it lives."""
    secrets = tmp_path / "secrets.toml"
    secrets.write_text(AUTH, encoding="utf-8")
    with served(few, STREAMLIT_SECRETS_FILES=str(secrets)) as address:
        assert httpx.get(f"{address}/api/v1/growth").status_code == 401
        assert httpx.get(f"{address}/healthz").status_code == 200
