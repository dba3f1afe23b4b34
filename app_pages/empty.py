"""What a page says when it has nothing to draw: what is missing and what to do about it."""

import streamlit as st

from app_pages import formats
from warehouse.paths import Store

DROP_STEPS = """\
To add a real feed:

1. Describe the feed in `config/sources.toml`: who makes it, its unit, its basis.
2. Put its files into `{inbox}/<source id>/`.
3. Wait for the scheduler, or run `python -m ingest run`.
"""


def no_warehouse() -> None:
    """Nothing was ever published."""
    st.subheader("Nothing is loaded yet")
    st.markdown(
        "Run `python -m ingest run` (or `make run`) in the project folder. It loads the public "
        "figures that come with the project; this page shows them at the next click."
    )
    st.caption(formats.plain(f"Looked for a warehouse at {Store.from_env().link}."))


def nothing_known(what: str) -> None:
    """The warehouse is there, but holds none of this."""
    st.subheader(f"No {formats.plain(what)} yet")
    st.markdown(
        "The warehouse is there but holds nothing for this page. Look at the Data page for files "
        "that were refused, then run `python -m ingest run`."
    )


def no_estimates(knowledge: str, metric_name: str) -> None:
    """No vendor-like estimates, real or illustrative."""
    st.subheader(f"No monthly estimates of {metric_name} are loaded")
    st.markdown(
        f"Month-over-month growth needs a feed of monthly or daily estimates{knowledge}. Public "
        "statements are too few for it; what the companies reported is shown below."
    )
    st.markdown(DROP_STEPS.format(inbox=Store.from_env().inbox))
    st.markdown(
        "To see the page with invented sample data, set `samples = true` in "
        "`config/sources.toml`. Every sample chart is marked as invented."
    )


def no_shares(metric_name: str, names: list[str]) -> None:
    """No month in which figures of two tracked apps can be set beside each other."""
    st.markdown(
        formats.plain(
            f"No share can be told: a share needs figures of {metric_name} of one kind, unit and "
            f"basis for the same month, of two tracked apps or more ({', '.join(names)}). Public "
            "statements do not have that; a feed of estimates would."
        )
    )
    with st.expander("How to add one", icon=":material/add_circle:"):
        st.markdown(DROP_STEPS.format(inbox=Store.from_env().inbox))
