"""Rows of cards, one figure each with its name, day and meaning, and of panels, one chart each."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

import streamlit as st

from app_pages import formats

# No card is narrower than its figure, no panel than the labels of its chart; what does not fit goes
# to the next row. Two cards still fit a telephone, of wide ones one.
WIDTH = """<style>
div:has(> [class*='st-key-card_']) { min-width: 10.4rem; }
div:has(> [class*='st-key-card_wide_']) { min-width: 17rem; }
div:has(> [class*='st-key-card_four_']) { min-width: 14rem; }
div:has(> [class*='st-key-panel_']) { min-width: min(100%, 24rem); }
</style>"""
FIGURE = '<div style="font-size: min(1.5rem, 5.2vw); font-weight: 600; line-height: 1.3">{}</div>'


def row(cards: Iterable[tuple[str, str, str, str]], *, kind: str = "card") -> None:
    """Cards of (name, figure, finding, note) side by side; on a narrow screen two a row, or one.

    Of `card_wide` three fit a wide screen, of `card_four` four; of either one fits a narrow one.
    """
    st.html(WIDTH)
    with st.container(horizontal=True):
        for name, figure, finding, note in cards:
            key = f"{kind}_{name.replace(' ', '_')}"
            with st.container(
                border=True, width="stretch", height="stretch", gap="xsmall", key=key
            ):
                st.markdown(formats.plain(name))
                st.html(FIGURE.format(escape(figure)))
                if finding:
                    st.markdown(f"**{formats.plain(finding)}**")
                if note:
                    st.caption(formats.plain(note))


def panels(names: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """A bordered panel a name, side by side as far as they fit."""
    st.html(WIDTH)
    with st.container(horizontal=True):
        drawn = {
            name: st.container(border=True, width="stretch", height="stretch", key=f"panel_{name}")
            for name in names
        }
    yield from drawn.items()
