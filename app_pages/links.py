"""Addresses of what is on the screen: with the day fixed, for others and for later."""

from datetime import date
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

DAY = "as_of"
PAGE = "page_of_this_run"


def start_run(page: str) -> None:
    """Remember which page of the menu this run draws."""
    st.session_state[PAGE] = page


def choices() -> list[tuple[str, str]]:
    """Every choice in the address bar, in its order."""
    query = st.query_params
    return [(key, value) for key in query for value in query.get_all(key)]


def path(pairs: list[tuple[str, str]]) -> str:
    """This page with these choices, as it is typed behind the server's address."""
    page = st.session_state.get(PAGE, "")
    return f"{page}?{urlencode(pairs)}" if pairs else page


def pinned_choices(day: date) -> list[tuple[str, str]]:
    """The choices of the screen, with the day they are seen from fixed."""
    return [*((key, value) for key, value in choices() if key != DAY), (DAY, day.isoformat())]


def pinned(day: date) -> str:
    """The whole address of this screen as known on a day; empty where there is no browser."""
    if not st.context.url:
        return ""
    server = urlsplit(st.context.url)
    base = server.path.rstrip("/") + "/"
    return urlunsplit((server.scheme, server.netloc, base, "", "")) + path(pinned_choices(day))
