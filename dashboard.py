"""The web entry point: `streamlit run dashboard.py` serves the pages, and the API beside them.

Opens the newest version once a run, draws what every page shares, and runs the chosen page.
"""

import sys
from datetime import date

import streamlit as st

from warehouse import clock
from warehouse.errors import TrackerError
from warehouse.paths import Store

if __name__ == "__main__":  # the server that imports this file has no runtime for pages yet
    from app_pages import (
        access,
        banner,
        choices,
        formats,
        language,
        links,
        looks,
        menu,
        pins,
        reader,
    )
    from app_pages.language import _


def main() -> None:
    """One script run."""
    st.set_page_config(page_title=_("App revenue tracker"), page_icon="📈", layout="wide")
    language.start_run()
    if not may_come_in():
        return
    choices.start_run()
    looks.use()
    chosen = st.navigation(menu.pages(), position="top")
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
            language.switch()
        if newest is not None:
            newest.close()


def may_come_in() -> bool:
    """Whether this person may see anything of the tracker; else they are shown why not."""
    try:
        return access.let_in()
    except TrackerError as error:
        explain(error)
        return False


def explain(error: TrackerError | OSError) -> None:
    """What is wrong, where, and what to do, in the place of what could not be shown."""
    if isinstance(error, OSError):
        error = unreadable(error)
    lines = (
        f"**{formats.plain(error.problem)}**",
        formats.plain(error.where),
        _("What to do: {fix}").format(fix=_code(error.fix)),
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
            _("As known on"),
            "as_of",
            clock.today(),
            _(
                "Shows every page as it would have looked on this day: later statements are left "
                "out."
            ),
        )


if __name__ == "__main__":  # a script run, for one person's page
    main()
else:  # imported once by `streamlit run`, which finds the application by this assignment
    from api.app import beside_dashboard
    from app_pages import access
    from app_pages.drawer import Drawer

    try:
        access.is_on()
    except TrackerError as error:  # nobody is let in by a server that does not start
        sys.exit(f"error: {error}")
    below = st.get_option("server.baseUrlPath")
    app = st.App(__file__, middleware=[beside_dashboard(below, access.is_on, Drawer())])
