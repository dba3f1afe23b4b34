"""Addresses of what is on the screen: with the day fixed, for others and for later."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from app_pages import choices, language

DAY = "as_of"
PAGE = "page_of_this_run"


def start_run(page: str) -> None:
    """Remember which page of the menu this run draws."""
    st.session_state[PAGE] = page


def page() -> str:
    """The page of the menu that this run draws, as the address spells it."""
    return str(st.session_state.get(PAGE, ""))


def whole(page_path: str, pairs: Sequence[tuple[str, str]]) -> str:
    """The address of a page with these choices; without the server where there is no browser."""
    tail = f"{page_path}?{urlencode(pairs)}" if pairs else page_path
    if not st.context.url:
        return f"/{tail}"
    server = urlsplit(st.context.url)
    base = server.path.rstrip("/").removesuffix(f"/{page()}" if page() else "") + "/"
    return urlunsplit((server.scheme, server.netloc, base, "", "")) + tail


def pinned_choices(day: date) -> list[tuple[str, str]]:
    """The choices made so far on this screen, with the day they are seen from fixed."""
    return [*choices.chosen(), (DAY, day.isoformat()), *language.pairs()]


def pinned(day: date) -> str:
    """The whole address of this screen as known on a day."""
    return whole(page(), pinned_choices(day))
