"""The web entry point: `streamlit run dashboard.py`.

Opens the newest version once a run, draws what every page shares, and runs the chosen page.
"""

from datetime import date

import streamlit as st

from app_pages import banner, choices, formats, reader
from app_pages.charts import house
from warehouse import clock
from warehouse.errors import TrackerError

PAGES = (
    ("pace", "Pace", ":material/flag:", "How far an app is towards a target, and by when."),
    ("growth", "Growth", ":material/trending_up:", "Apps against each other, month by month."),
    ("data", "Data", ":material/database:", "Sources, loads, rejected rows and versions."),
)


def main() -> None:
    """One script run."""
    st.set_page_config(page_title="App revenue tracker", page_icon="📈", layout="wide")
    choices.start_run()
    house.use_ink()
    chosen = st.navigation(
        [
            st.Page(f"app_pages/{name}.py", title=title, icon=icon, help=about, url_path=name)
            for name, title, icon, about in PAGES
        ],
        position="top",
    )
    knowledge_date = day_to_know_by()
    notes = st.container()
    newest = None
    try:
        newest = reader.open_newest(knowledge_date)
        banner.show(newest)
        chosen.run()
    except TrackerError as error:
        st.error(formats.plain(str(error)), icon=":material/error:")
    finally:
        with notes:
            choices.show_notes()
        if newest is not None:
            newest.close()


def day_to_know_by() -> date | None:
    """The day chosen beside every page, or None for today."""
    with st.sidebar:
        return choices.day_or_none(
            "As known on",
            "as_of",
            clock.today(),
            "Shows every page as it would have looked on this day: later statements are left out.",
        )


main()
