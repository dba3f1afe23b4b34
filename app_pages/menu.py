"""The pages of the menu, by the names people read."""

from typing import Any

import streamlit as st

from app_pages.language import N_, _

PAGES = (
    ("pace", N_("Pace"), ":material/flag:", N_("How far an app is towards a target, and by when.")),
    (
        "growth",
        N_("Growth"),
        ":material/trending_up:",
        N_("Apps against each other, month by month."),
    ),
    (
        "market",
        N_("Market"),
        ":material/pie_chart:",
        N_("Shares, the size of the market, peers and models."),
    ),
    (
        "history",
        N_("History"),
        ":material/history:",
        N_("What was known when, and what changed since."),
    ),
    (
        "ask",
        N_("Ask"),
        ":material/terminal:",
        N_("Your own SQL over every table, with files and links."),
    ),
    (
        "alerts",
        N_("Alerts"),
        ":material/notifications:",
        N_("What is watched, what fired, who was told."),
    ),
    ("data", N_("Data"), ":material/database:", N_("Sources, loads, rejected rows and versions.")),
)


def pages() -> list[Any]:
    """The pages of the menu, and two outside it: the first by its own name too, for it lives at the
    root, and a person who types /pace means it; and an app's own, which other pages link to.
    """
    first, title, *_rest = PAGES[0]
    return [
        *(
            st.Page(
                f"app_pages/{name}.py",
                title=_(title),
                icon=icon,
                help=_(about),
                url_path="start" if name == first else name,
                default=name == first,
            )
            for name, title, icon, about in PAGES
        ),
        st.Page(f"app_pages/{first}.py", title=_(title), url_path=first, visibility="hidden"),
        st.Page("app_pages/app.py", title=_("App"), url_path="app", visibility="hidden"),
    ]
