"""The newest acts of people on the Data page, straight from the log: who did what, how it ended."""

from datetime import datetime

import streamlit as st

from app_pages import formats, tables
from app_pages.language import N_, _
from app_pages.reader import Row
from warehouse import acts
from warehouse.acts import Act
from warehouse.paths import Store

READ_HERE = 10
MOST = 300

TO_DO = {
    "upload": N_("Upload a file to look into it"),
    "discard": N_("Throw an uploaded file away"),
    "load": N_("Load"),
    "enter": N_("Enter a figure by hand"),
    "answer": N_("Answer a file's questions"),
    "release": N_("Release a held file"),
    "refuse": N_("Keep a file out"),
    "withdraw": N_("Withdraw a loaded file"),
    "assign": N_("Say which source a file is from"),
    "dismiss": N_("Dismiss a request that failed"),
    "save_view": N_("Save a view"),
    "delete_view": N_("Delete a view"),
    "test_channel": N_("Send a test message"),
    "send_digest": N_("Send the digest"),
    "add_mapping": N_("Add a column mapping"),
    "make_token": N_("Make a token of the API"),
    "revoke_token": N_("Revoke a token of the API"),
    "rebuild": N_("Make the warehouse anew"),
    "restore": N_("Restore a backup"),
    "configure": N_("Change the configuration"),
}
ENDED = {
    acts.DONE: N_("done"),
    acts.ASKED: N_("asked; the next load carries it out"),
    acts.REFUSED: N_("not allowed"),
    acts.FAILED: N_("failed"),
    acts.BEGUN: N_("begun; no end is written down"),
}
FROM = {
    acts.PAGE: N_("a page"),
    acts.COMMAND_LINE: N_("the command line"),
    acts.FILES: N_("a file"),
}


def section() -> None:
    """The newest acts, and where all of them are."""
    st.header(_("What people did"))
    known = acts.newest(Store.from_env(), MOST)
    if not known:
        st.markdown(_("Nobody has changed anything yet."))
        return
    st.markdown(
        _(
            "Each upload, figure by hand, decision, view, token and load that a person asked for, "
            "tried in vain too. Nothing is done that is not written down first. The table `acts` "
            "has all up to the newest version."
        )
    )
    tables.show_newest([*map(line, known)], READ_HERE, [*map(whole_line, known)])


def line(act: Act) -> Row:
    """One act as a person reads it."""
    return {
        N_("When"): formats.moment(datetime.fromisoformat(act.began_at)),
        N_("Who"): who(act),
        N_("What was to be done"): _(TO_DO.get(act.verb, act.verb)),
        N_("To what"): act.subject,
        N_("How it ended"): ended(act),
        N_("Reason"): act.reason or "",
    }


def whole_line(act: Act) -> Row:
    """One act with the word of the table for what was done, and when it ended."""
    return line(act) | {
        N_("From where"): _(FROM.get(act.place, act.place)),
        N_("Ended"): formats.moment(act.ended_at),
        N_("In the table"): act.verb,
    }


def who(act: Act) -> str:
    """Who it was, with the place where it is not a page."""
    name = _(act.who)
    if act.place == acts.FILES:
        return _("{who}, whose file it is").format(who=name)
    typed = act.place == acts.COMMAND_LINE
    return _("{who}, on the command line").format(who=name) if typed else name


def ended(act: Act) -> str:
    """How it ended, with the error's words."""
    told = _(ENDED.get(act.outcome, act.outcome))
    return f"{told}: {act.problem}" if act.problem else told
