"""Ways to the page of one app, from anywhere an app is named; the chosen day goes along."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from app_pages import formats, language
from app_pages.language import _
from app_pages.reader import Row
from app_pages.tables import Inside


def cell(row: Row) -> Inside:
    """An app's name in a table, as a link to its page."""
    name = formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])
    return Inside(name, _address(row))


def button(row: Row) -> None:
    """A link to an app's page that keeps the session."""
    name = formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])
    st.page_link(
        "app_pages/app.py",
        label=_("About {name}").format(name=formats.plain(name)),
        icon=":material/info:",
        query_params={"app": row["app_id"], **carried()},
    )


def buttons(apps: list[Row]) -> None:
    """A link each, side by side."""
    with st.container(horizontal=True):
        for app in apps:
            button(app)


def plain_link(row: Row) -> None:
    """A link that opens the page anew, from a page whose own `app` in the address would be taken
    off on the way.
    """
    name = formats.app_name(row["name_en"] or row["app_id"], row["name_zh"])
    style = "color: inherit; text-decoration: underline"
    href = escape(_address(row))
    about = escape(_("About {name}").format(name=name))
    st.html(f'<a href="{href}" target="_self" style="{style}">{about}</a>')


def _address(row: Row) -> str:
    return f"app?{urlencode({'app': row['app_id'], **carried()})}"


def carried() -> dict[str, str]:
    """What goes along to another page: the day chosen under “As known on”, and the language."""
    chosen = st.query_params.get("as_of")
    return {**({"as_of": chosen} if chosen else {}), **dict(language.pairs())}
