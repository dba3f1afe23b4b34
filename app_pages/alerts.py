"""The Alerts page: what fired and why, which rules watch, whether channels take messages."""

import streamlit as st

from app_pages import (
    access,
    acts,
    alert_lines,
    alert_rules,
    data_asked,
    empty,
    formats,
    reader,
    tables,
)
from app_pages.language import _, _n
from warehouse import requests
from warehouse.alerts import journal, rules
from warehouse.alerts.journal import Journal
from warehouse.alerts.rules import Watched
from warehouse.paths import Store

READ_HERE = 15
LOOK_SECONDS = 2


def show() -> None:
    """The page; what was told stays in sight when there is no warehouse any more."""
    opened = reader.current()
    st.title(_("Alerts: what is watched and what fired"))
    if opened is None:
        empty.no_warehouse()
    elif opened.knowledge_date is not None:
        st.caption(_("Alerts are those of now, whatever day is chosen at the side."))
    here = Store.from_env()
    watched, known = rules.read(here), journal.read(here)
    fired(known)
    if watched is None:
        st.header(_("Rules"))
        st.markdown(
            _(
                "No run has looked at `config/alerts.toml` yet, or it holds no rule. "
                "`python -m ingest run` looks."
            )
        )
        return
    watching(watched, known)
    channels(watched, known)
    st.header(_("Digest"))
    st.markdown(alert_rules.digest(watched["digest"]))


def fired(known: Journal) -> None:
    """What fired, newest first; what was so before its rule looked is kept apart."""
    told = [alert for alert in known.alerts[::-1] if alert.told]
    st.header(_("What fired"))
    if not told:
        st.markdown(nothing_fired(len(known.alerts)))
    else:
        st.markdown(
            _(
                "Each cause once; a figure that is restated is a new cause. A line leads to its "
                "figure."
            )
        )
        tables.show([alert_lines.fired(alert) for alert in told[:READ_HERE]])
        if len(told) > READ_HERE:
            newest = _("The newest {most} of {all}.")
            st.caption(newest.format(most=READ_HERE, all=f"{len(told):,}"))
    if known.alerts:
        label = _("Every line, also what was so already when its rule was added")
        with st.expander(label, icon=":material/table:"):
            lines = [
                {_(name): text for name, text in alert_lines.whole(alert).items()}
                for alert in known.alerts[::-1]
            ]
            st.dataframe(lines, hide_index=True)


def nothing_fired(already: int) -> str:
    """That no rule fired, and how much it found that was so before it looked."""
    if not already:
        return _("Nothing has fired yet.")
    return _n(
        "Nothing has fired since the rules were added; {n} thing was so already by then.",
        "Nothing has fired since the rules were added; {n} things were so already by then.",
        already,
    )


def watching(watched: Watched, known: Journal) -> None:
    """Every rule in words, whom it tells, and how often it fired."""
    st.header(_("Rules"))
    if not watched["rules"]:
        st.markdown(_("`config/alerts.toml` has no rule."))
        return
    st.markdown(_("From `config/alerts.toml`, as the last run read it; edit them there."))
    tables.show([alert_lines.rule(rule, known) for rule in watched["rules"]])


def channels(watched: Watched, known: Journal) -> None:
    """Each channel with what became of its messages, and a test."""
    st.header(_("Channels"))
    if not watched["channels"]:
        st.markdown(
            _(
                "None: alerts are kept here and sent to nobody. Describe a `[[channel]]` in "
                "`config/alerts.toml` and name it in the rules."
            )
        )
        return
    asked = _asked()
    for channel in watched["channels"]:
        with st.container(border=True, key=f"channel_{channel}"):
            st.markdown(f"**{formats.plain(channel)}**: {alert_lines.delivered(channel, known)}")
            st.markdown(formats.plain(alert_lines.tested(known.tests.get(channel))))
            if channel in asked:
                data_asked.say_asked(_("A test message."))
            elif access.only_look(_("Editors send a test message here. You may look.")):
                continue
            elif st.button(_("Send a test message"), key=f"test_{channel}"):
                acts.test(channel)
                st.rerun()
    if asked:
        _look(tuple(asked))


def _asked() -> list[str]:
    """The channels whose test nobody has carried out yet."""
    return [one.tested for one in requests.pending(Store.from_env()) if one.tested]


@st.fragment(run_every=LOOK_SECONDS)
def _look(asked: tuple[str, ...]) -> None:
    """Draw the page again once a test that was asked for is done."""
    if tuple(_asked()) != asked:
        st.rerun()


show()
