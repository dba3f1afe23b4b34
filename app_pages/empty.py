"""What a page says when it has nothing to draw: what is missing and what to do about it."""

from datetime import date

import streamlit as st

from app_pages import formats
from app_pages.language import N_, _
from warehouse.paths import Store

DROP_STEPS = N_("""\
To add a real feed:

1. Describe the feed in `config/sources.toml`: who makes it, its unit, its basis.
2. Put its files into `{inbox}/<source id>/`.
3. Wait for the scheduler, or run `python -m ingest run`.
""")


def no_warehouse() -> None:
    """Nothing was ever published."""
    st.header(_("Nothing is loaded yet"))
    st.markdown(
        _(
            "Run `python -m ingest run` (or `make run`) in the project folder. It loads the public "
            "figures that come with the project; this page shows them at the next click."
        )
    )
    st.caption(
        formats.plain(_("Looked for a warehouse at {path}.").format(path=Store.from_env().link))
    )


def nothing_known(what: str) -> None:
    """The warehouse is there, but holds none of this."""
    st.header(_("No {what} yet").format(what=formats.plain(_(what))))
    st.markdown(
        _(
            "The warehouse is there but holds nothing for this page. Look at the Data page for "
            "files that were refused, then run `python -m ingest run`."
        )
    )


def no_estimates(known_on: date | None, metric_name: str) -> None:
    """No vendor-like estimates, real or illustrative."""
    st.header(_("No monthly estimates of {metric} are loaded").format(metric=metric_name))
    needs = _(
        "Month-over-month growth needs a feed of monthly or daily estimates. Public statements "
        "are too few for it; what the companies reported is shown below."
    )
    if known_on:
        needs = _(
            "Month-over-month growth needs a feed of monthly or daily estimates known on {day}. "
            "Public statements are too few for it; what the companies reported is shown below."
        ).format(day=formats.day(known_on))
    st.markdown(needs)
    st.markdown(_(DROP_STEPS).format(inbox=Store.from_env().inbox))
    st.markdown(
        _(
            "To see the page with invented sample data, set `samples = true` in "
            "`config/sources.toml`. Every sample chart is marked as invented."
        )
    )


def no_shares(metric_name: str, names: list[str]) -> None:
    """No month in which figures of two tracked apps can be set beside each other."""
    st.markdown(
        formats.plain(
            _(
                "No share can be told: a share needs figures of {metric} of one kind, unit and "
                "basis for the same month, of two tracked apps or more ({names}). Public "
                "statements do not have that; a feed of estimates would."
            ).format(metric=metric_name, names=", ".join(names))
        )
    )
    with st.expander(_("How to add one"), icon=":material/add_circle:"):
        st.markdown(_(DROP_STEPS).format(inbox=Store.from_env().inbox))
