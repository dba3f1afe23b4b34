"""Rows of cards: one figure each, with its name above and its day and meaning below."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from app_pages import formats

# No card is narrower than its figure; two still fit a telephone.
WIDTH = "<style>div:has(> [class*='st-key-card_']) { min-width: 10.4rem; }</style>"
FIGURE = '<div style="font-size: 1.5rem; font-weight: 600; line-height: 1.3">{}</div>'


def row(cards: Iterable[tuple[str, str, str, str]]) -> None:
    """Cards of (name, figure, finding, note) side by side, two a row on a narrow screen."""
    st.html(WIDTH)
    with st.container(horizontal=True):
        for name, figure, finding, note in cards:
            key = f"card_{name.replace(' ', '_')}"
            with st.container(
                border=True, width="stretch", height="stretch", gap="xsmall", key=key
            ):
                st.markdown(formats.plain(name))
                st.html(FIGURE.format(escape(figure)))
                if finding:
                    st.markdown(f"**{formats.plain(finding)}**")
                st.caption(formats.plain(note))
