"""Withdrawing a loaded file: from today on it does not count, and replays still show it."""

import streamlit as st

from app_pages import access, acts, data_asked, formats
from app_pages.language import _, _n
from app_pages.reader import Reader, Row

CONFIRM = "withdraw_confirm"


def section(opened: Reader) -> None:
    """A form below the list of files taken in, with a second step before anything is asked."""
    rows = {row["snapshot_id"]: row for row in opened.rows_now("withdrawable")}
    if not rows or access.only_look(_("Editors withdraw files here. You may look.")):
        return
    under_way = data_asked.under_way(opened)
    with st.expander(_("Withdraw a loaded file"), icon=":material/undo:", key="withdraw"):
        for snapshot_id in rows.keys() & under_way:
            withdraw = _("Withdraw {file}.").format(file=rows[snapshot_id]["name"])
            data_asked.say_asked(withdraw)
        _form({one: row for one, row in rows.items() if one not in under_way})
        chosen, reason = st.session_state.get(CONFIRM, ("", ""))
        if chosen in rows and chosen not in under_way:
            _confirm(rows[chosen], reason, opened)


def _form(rows: dict[str, Row]) -> None:
    names = {one: _name(row) for one, row in rows.items()}
    with st.form("withdraw_form", border=False):
        chosen = st.selectbox(
            _("File"),
            list(names),
            index=None,
            format_func=lambda one: names.get(one, one),
            placeholder=_("choose"),
            key="withdraw_file",
        )
        reason = st.text_input(_("Your reason, kept for good"), key="withdraw_reason")
        sent = st.form_submit_button(_("Go on"))
    if sent and not (chosen and reason.strip()):
        st.error(_("Choose the file and say why."))
    elif sent:
        st.session_state[CONFIRM] = (chosen, reason.strip())


def _name(row: Row) -> str:
    return f"{row['name']} ({row['source_id']}, {formats.moment(row['fetched_at'])})"


def _confirm(row: Row, reason: str, opened: Reader) -> None:
    figures = _("no figure")
    if row["figures"]:
        figures = _n("{n} figure", "{n} figures", row["figures"])
    sentence = _(
        "{file} holds {figures}. From today on no page and no query counts them; replays of "
        "earlier days still show them. Reason: {reason}"
    ).format(file=_name(row), figures=figures, reason=reason)
    st.warning(formats.plain(sentence))
    with st.container(horizontal=True):
        if st.button(_("Withdraw it"), key="withdraw_yes"):
            acts.decide(row, "withdraw", reason)
            data_asked.remember(row["snapshot_id"], opened)
            del st.session_state[CONFIRM]
            st.rerun()
        if st.button(_("Keep it"), key="withdraw_no"):
            del st.session_state[CONFIRM]
            st.rerun()
