"""Whether people must log in, and what each may do: Streamlit's secrets say both.

A section [auth] turns the login on; [roles] lists editors and viewers. Who is in neither sees
nothing, and whatever is in doubt counts as no.
"""

import os
import re
import threading
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from app_pages.language import N_, _
from warehouse.errors import TrackerError

#: The secrets' section that turns the login on, and the variable that asks for it to be there.
SECTION, VARIABLE = "auth", "TRACKER_AUTH"
#: Who acts where there is no login, or where there is and nobody is logged in.
THIS_MACHINE, NOBODY = N_("this machine"), N_("nobody who is logged in")
_was_on = threading.Event()


def is_on() -> bool:
    """Whether people log in, and programs bring tokens.

    Once on, it stays on until the server is started anew, whatever becomes of the secrets.
    Raises TrackerError when the secrets cannot be read, or lack what TRACKER_AUTH asks for.
    """
    if _was_on.is_set():
        return True
    if SECTION in _secrets():
        _was_on.set()
        return True
    asked = os.environ.get(VARIABLE, "").strip().lower()
    if asked == "":
        return False
    if asked != "on":
        raise TrackerError(
            f"{VARIABLE} is {asked!r}, which is not `on`",
            f"environment variable {VARIABLE}",
            "Write on, or unset it; the section [auth] of .streamlit/secrets.toml decides then.",
        )
    raise TrackerError(
        f"{VARIABLE}=on asks for a login, and the secrets have no section [auth]",
        ".streamlit/secrets.toml",
        "Write the section as docs/who-may-see.md shows, or unset the variable.",
    )


def let_in() -> bool:
    """Whether this person may see the pages; who may not yet is shown why, and how to log in."""
    if not is_on():
        return True
    if not st.user.get("is_logged_in"):
        st.title(_("App revenue tracker"))
        st.markdown(_("Log in to see it."))
        st.button(_("Log in"), on_click=st.login, type="primary")
        return False
    if not may_see():
        st.title(_("App revenue tracker"))
        st.markdown(
            _(
                "You are logged in, but not on the list of people who may see this tracker, or "
                "your provider has not confirmed your e-mail address. Ask whoever runs it to add "
                "you."
            )
        )
        st.button(_("Log out"), on_click=st.logout)
        return False
    with st.sidebar:
        st.button(_("Log out"), on_click=st.logout, help=_email(), key="log_out")
    return True


def may_see() -> bool:
    """Whether this person is an editor or a viewer."""
    return may_edit() or _is_listed("viewers")


def may_edit() -> bool:
    """Whether this person may upload, answer, release, withdraw, enter and test."""
    return not is_on() or _is_listed("editors")


def editor(place: str) -> str:
    """Who does something now: the e-mail address, or the place in the pages without a login.

    Raises TrackerError when this person may only look.
    """
    if not may_edit():
        raise only_editors(place)
    return _email() if is_on() else place


def only_editors(place: str) -> TrackerError:
    """What to say to a person who may only look."""
    fix = "Ask whoever runs the tracker to list you under editors."
    return TrackerError("You may look, but not change anything", place, fix)


def who() -> str:
    """Who this is, for the log of acts."""
    if not is_on():
        return THIS_MACHINE
    return _email() or NOBODY


def only_look(sentence: str) -> bool:
    """Whether this person may only look, which is said in the place of what others can do here."""
    if may_edit():
        return False
    st.caption(sentence)
    return True


def _is_listed(role: str) -> bool:
    email = _email()
    try:
        listed = _secrets().get("roles", {}).get(role, [])
    except (TrackerError, AttributeError):
        return False
    if not email or not isinstance(listed, list):
        return False
    domain = email.partition("@")[2]
    return any(str(one).strip().lower() in (email, f"*@{domain}") for one in listed)


def _email() -> str:
    """In small letters; empty unless the person is logged in and the provider confirmed it."""
    if not st.user.get("is_logged_in") or st.user.get("email_verified") not in (True, "true"):
        return ""
    email = str(st.user.get("email") or "").strip().lower()
    return email if re.fullmatch(r"[^@\s*]+@[^@\s*]+", email) else ""


def _secrets() -> dict[str, Any]:
    """All secrets; none when there is no file of them."""
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:  # there are none, or they are damaged
        if not any(os.path.lexists(path) for path in st.get_option("secrets.files")):
            return {}
        raise _unreadable() from error
    except (OSError, ValueError) as error:
        raise _unreadable() from error


def _unreadable() -> TrackerError:
    """Its content is not repeated: it holds secrets."""
    return TrackerError(
        "The secrets cannot be read, so nobody is let in",
        ".streamlit/secrets.toml",
        "Mend the file: it is TOML, in UTF-8, and this user must be able to read it. Then start "
        "the dashboard anew.",
    )
