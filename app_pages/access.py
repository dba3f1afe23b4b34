"""Whether people must log in: where Streamlit's secrets have a section [auth]."""

import os
import threading
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from warehouse.errors import TrackerError

#: The secrets' section that turns the login on, and the variable that asks for it to be there.
SECTION, VARIABLE = "auth", "TRACKER_AUTH"
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
        "Write the section, or unset the variable.",
    )


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
