"""Below the knowledge date: a link that fixes it, and views that somebody gave a name."""

from datetime import date

import streamlit as st

from app_pages import acts, choices, formats, links
from app_pages.language import _
from warehouse import clock, saved_views
from warehouse.errors import TrackerError
from warehouse.paths import Store
from warehouse.saved_views import SavedView

TROUBLE = "pin_trouble"


def show(knowledge_date: date | None) -> None:
    """The pin of this screen, then the views that were saved."""
    day = knowledge_date or clock.today()
    if knowledge_date is None:
        st.caption(_("Shown: what is known today, {day}").format(day=formats.day(day)))
        st.button(
            _("Pin to today"),
            key="pin_today",
            on_click=_pin,
            icon=":material/push_pin:",
            help=_("Fixes “As known on” to today, so that nothing said later changes this screen."),
        )
    with st.popover(_("Share or save this view"), icon=":material/bookmark:"):
        st.markdown(_("**This screen as known on {day}**").format(day=formats.day(day)))
        st.code(links.pinned(day), language=None, wrap_lines=True)
        st.caption(
            _(
                "The link keeps every choice and fixes the day: what is said later does not change "
                "it. A file loaded later counts in it only if it was said by that day."
            )
        )
        _form(knowledge_date)
    _list()


def _pin() -> None:
    st.session_state[links.DAY] = clock.today()


def _form(knowledge_date: date | None) -> None:
    with st.form("save_view", clear_on_submit=True, border=False):
        st.text_input(_("Name of the view"), key="view_name", max_chars=saved_views.LONGEST_NAME)
        pairs = choices.chosen()
        if knowledge_date is not None:
            pairs.append((links.DAY, knowledge_date.isoformat()))
        st.form_submit_button(
            _("Save this view"), on_click=_save, args=(links.page(), tuple(pairs))
        )
    if trouble := st.session_state.pop(TROUBLE, None):
        st.error(formats.plain(trouble), icon=":material/error:")
    st.caption(_("A view without a fixed day shows the newest figures each time it is opened."))


def _save(page: str, pairs: tuple[tuple[str, str], ...]) -> None:
    view = SavedView(st.session_state["view_name"], page, pairs)
    try:
        acts.save_view(view)
    except TrackerError as error:
        st.session_state[TROUBLE] = f"{error.problem}: {error.fix}."


def _delete(name: str) -> None:
    try:
        acts.delete_view(name)
    except TrackerError as error:
        st.session_state[TROUBLE] = f"{error.problem}: {error.fix}."


def _list() -> None:
    views = saved_views.saved(Store.from_env())
    if not views:
        return
    st.markdown(_("**Saved views**"))
    for view in views:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            address = links.whole(view.page, view.choices)
            st.markdown(f"[{formats.plain(view.name)}]({address})", width="stretch")
            st.button(
                _("Delete"),
                key=f"forget_{view.name}",
                icon=":material/delete:",
                type="tertiary",
                on_click=_delete,
                args=(view.name,),
            )
