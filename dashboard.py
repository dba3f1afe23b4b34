"""The web entry point: `streamlit run dashboard.py` serves the pages, and the API beside them.

Opens the newest version once a run, draws what every page shares, and runs the chosen page.
"""

import sys
from datetime import date
from typing import Any

import streamlit as st

from warehouse import clock
from warehouse.errors import TrackerError
from warehouse.paths import Store

if __name__ == "__main__":  # the server that imports this file has no runtime for pages yet
    from app_pages import banner, choices, formats, links, looks, pins, reader

PAGES = (
    ("pace", "Pace", ":material/flag:", "How far an app is towards a target, and by when."),
    ("growth", "Growth", ":material/trending_up:", "Apps against each other, month by month."),
    (
        "market",
        "Market",
        ":material/pie_chart:",
        "Shares, the size of the market, peers and models.",
    ),
    ("history", "History", ":material/history:", "What was known when, and what changed since."),
    ("ask", "Ask", ":material/terminal:", "Your own SQL over every table, with files and links."),
    ("alerts", "Alerts", ":material/notifications:", "What is watched, what fired, who was told."),
    ("data", "Data", ":material/database:", "Sources, loads, rejected rows and versions."),
)


def main() -> None:
    """One script run."""
    st.set_page_config(page_title="App revenue tracker", page_icon="📈", layout="wide")
    choices.start_run()
    looks.use()
    chosen = st.navigation(pages(), position="top")
    links.start_run(chosen.url_path)
    knowledge_date = day_to_know_by()
    shelf = st.sidebar.container()
    notes = st.container()
    try:
        newest = reader.open_newest(knowledge_date)
    except (TrackerError, OSError) as error:
        st.title(chosen.title)
        explain(error)
        return
    try:
        banner.show(newest)
        chosen.run()
    except (TrackerError, OSError) as error:
        explain(error)
    finally:
        with notes:
            choices.show_notes()
        with shelf:
            pins.show(knowledge_date)
        if newest is not None:
            newest.close()


def pages() -> list[Any]:
    """The pages of the menu, and two outside it: the first by its own name too, for it lives at the
    root, and a person who types /pace means it; and an app's own, which other pages link to.
    """
    first, title, *_rest = PAGES[0]
    return [
        *(
            st.Page(
                f"app_pages/{name}.py",
                title=title,
                icon=icon,
                help=about,
                url_path="start" if name == first else name,
                default=name == first,
            )
            for name, title, icon, about in PAGES
        ),
        st.Page(f"app_pages/{first}.py", title=title, url_path=first, visibility="hidden"),
        st.Page("app_pages/app.py", title="App", url_path="app", visibility="hidden"),
    ]


def explain(error: TrackerError | OSError) -> None:
    """What is wrong, where, and what to do, in the place of what could not be shown."""
    if isinstance(error, OSError):
        error = unreadable(error)
    lines = (
        f"**{formats.plain(error.problem)}**",
        formats.plain(error.where),
        f"What to do: {_code(error.fix)}",
    )
    st.error("\n\n".join(lines), icon=":material/error:")


def unreadable(error: OSError) -> TrackerError:
    """A file or folder of the store that this process may not, or cannot, read."""
    folder = Store.from_env().root
    return TrackerError(
        f"The data folder cannot be read: {error.strerror or error}",
        str(error.filename or folder),
        f"Let this user read everything in {folder}, or name another folder in TRACKER_DATA, "
        "then reload this page.",
    )


def _code(fix: str) -> str:
    """A text whose parts between back ticks are commands and stay so."""
    parts = fix[:1].upper() + fix[1:]
    return "`".join(
        part if place % 2 else formats.plain(part) for place, part in enumerate(parts.split("`"))
    )


def day_to_know_by() -> date | None:
    """The day chosen beside every page, or None for today."""
    with st.sidebar:
        return choices.day_or_none(
            "As known on",
            "as_of",
            clock.today(),
            "Shows every page as it would have looked on this day: later statements are left out.",
        )


if __name__ == "__main__":  # a script run, for one person's page
    main()
else:  # imported once by `streamlit run`, which finds the application by this assignment
    from api.app import beside_dashboard
    from app_pages import access

    try:
        access.is_on()
    except TrackerError as error:  # nobody is let in by a server that does not start
        sys.exit(f"error: {error}")
    below = st.get_option("server.baseUrlPath")
    app = st.App(__file__, middleware=[beside_dashboard(below, access.is_on)])
