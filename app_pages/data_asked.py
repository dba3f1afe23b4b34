"""What a person asked on this page and no load has carried out yet, or could not."""

from datetime import timedelta

import streamlit as st

from app_pages import access, acts, banner, formats
from app_pages.language import _
from app_pages.reader import Reader
from warehouse import clock, requests, store
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.requests import Request

SENT = "data_sent"
FIGURE = "figure"
#: After this a request that changed no version is no longer called under way.
LONGEST = timedelta(minutes=10)
LOOK_SECONDS = 2


def remember(subject: str, opened: Reader | None) -> None:
    """Something was just asked about a subject: it is under way until a newer version shows."""
    st.session_state.setdefault(SENT, {})[subject] = (_version(opened), clock.now())


def under_way(opened: Reader | None) -> set[str]:
    """The subjects about which something was asked that is not yet to be seen."""
    here = Store.from_env()
    refused = {subject(request) for request in requests.refused(here)}
    oldest = clock.now() - LONGEST
    sent: dict[str, tuple[str, object]] = {
        name: (version, at)
        for name, (version, at) in st.session_state.get(SENT, {}).items()
        if version == _version(opened) and at > oldest and name not in refused
    }
    st.session_state[SENT] = sent
    return {subject(request) for request in requests.pending(here)} | set(sent)


def subject(request: Request) -> str:
    """What a request is about: a snapshot, a dropped file, a channel, or a figure by hand."""
    return request.snapshot_id or request.claimed or request.tested or FIGURE


def say_asked(what: str) -> None:
    """The line in the place of a form that was sent."""
    waiting = _("Asked; the next load carries it out.")
    if banner.silent_scheduler():
        waiting += _(" No scheduler is running: run `python -m ingest run`.")
    st.info(f"{formats.plain(what)} {waiting}", icon=":material/schedule_send:")


def follow(opened: Reader | None) -> None:
    """Draw the page again once what was asked is done; nothing where nothing was."""
    if under_way(opened):
        _look(_version(opened), _left())


@st.fragment(run_every=LOOK_SECONDS)
def _look(version: str, left: tuple[str, ...]) -> None:
    try:
        newest = store.newest(Store.from_env()).name
    except (TrackerError, OSError):
        newest = ""
    if newest != version or _left() != left:
        st.rerun()


def _left() -> tuple[str, ...]:
    here = Store.from_env()
    asked = [*requests.pending(here), *requests.refused(here)]
    return tuple(request.path.name for request in asked)


def _version(opened: Reader | None) -> str:
    return "" if opened is None else opened.version.name


def refused() -> None:
    """What could not be carried out, with the reason, until somebody dismisses it."""
    for request in requests.refused(Store.from_env()):
        said = ", ".join(f"{key} {word}" for key, word in request.words.items())
        about = f" ({said[:300]})" if said else ""
        sentence = _("What was asked could not be done{about}: {why}")
        st.warning(
            formats.plain(sentence.format(about=about, why=request.why)),
            icon=":material/block:",
        )
        if access.may_edit() and st.button(_("Dismiss"), key=f"dismiss_{request.path.stem}"):
            acts.dismiss(request, subject(request))
            st.rerun()
