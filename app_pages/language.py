"""The language of a page: English as the code has it, Traditional Chinese from catalogues.

A text of ours is marked where it is used, `_("No target is known")`, or where it is a constant,
`N_("Revenue")`, which whoever shows it translates: `_(METRICS[metric])`. What is filled in comes
after: `_("Said by {issuer}.").format(issuer=name)`. What files say is data and stays as it is.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from streamlit.runtime.scriptrunner import get_script_run_ctx

ENGLISH, CHINESE = "en", "zh-Hant"
#: Each language by the name its readers know it by.
NAMES = {ENGLISH: "English", CHINESE: "繁體中文"}
PARAMETER = "lang"
CATALOGUES = Path(__file__).parent / "locale" / "zh_Hant" / "LC_MESSAGES"
KEY, SWITCH = "language_of_this_session", "language_chosen"

_within: ContextVar[str | None] = ContextVar("language", default=None)
# A run makes some two thousand texts in a thread of its own; each would ask the session anew.
_of_this_run: ContextVar[str | None] = ContextVar("language of this run", default=None)


def start_run() -> None:
    """Take the language from the address; where a page's link lost it, write it there again."""
    _of_this_run.set(None)  # one thread may make several runs of a session
    asked = st.query_params.get(PARAMETER)
    if asked in NAMES:
        st.session_state[KEY] = asked
    elif is_chinese():
        st.query_params[PARAMETER] = CHINESE
    st.session_state[SWITCH] = current()
    _of_this_run.set(current())


def choose(name: str) -> None:
    """Go on in this language, on this page and the next ones."""
    st.session_state[KEY] = name
    if name == ENGLISH:
        st.query_params.pop(PARAMETER, None)
    else:
        st.query_params[PARAMETER] = name


def switch() -> None:
    """The two languages, each by the name its readers know."""
    st.segmented_control(
        _("Language"),
        list(NAMES),
        format_func=NAMES.__getitem__,
        required=True,
        key=SWITCH,
        on_change=_switched,
        label_visibility="collapsed",
    )


def _switched() -> None:
    choose(st.session_state[SWITCH])


def current() -> str:
    """The language of the text that is being made: of a `within`, else of this session."""
    chosen = _within.get() or _of_this_run.get()
    if chosen is None and get_script_run_ctx(suppress_warning=True) is not None:
        chosen = st.session_state.get(KEY)
    return chosen or ENGLISH


def pairs() -> list[tuple[str, str]]:
    """What an address needs to be read in this language; English needs nothing."""
    return [(PARAMETER, current())] if current() != ENGLISH else []


def is_chinese() -> bool:
    """Whether this text is being made in Chinese."""
    return current() == CHINESE


@contextmanager
def within(name: str) -> Iterator[None]:
    """Make texts in this language, whatever the session's."""
    before = _within.set(name)
    try:
        yield
    finally:
        _within.reset(before)


def kept(make: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, to be called later outside the run, in the language of now."""
    name = current()

    def later(*arguments: Any, **keys: Any) -> Any:
        with within(name):
            return make(*arguments, **keys)

    return later


def in_english(make: Callable[[Any], str], of: Any) -> str:
    """A name as addresses and file names spell it, which no language changes."""
    with within(ENGLISH):
        return make(of)


def _(text: str) -> str:
    """A text in the language of the page; as it stands where a catalogue does not have it."""
    return _catalogue().get(text, text) if is_chinese() else text


def _n(one: str, many: str, number: int, **places: Any) -> str:
    """The form for a number, with {n} filled in: _n("{n} file", "{n} files", 2) is 2 files."""
    text = one if number == 1 else many
    return (_catalogue().get(one, text) if is_chinese() else text).format(n=f"{number:,}", **places)


def N_(text: str) -> str:
    """Marks a text that is translated where it is shown."""
    return text


@cache
def _catalogue() -> dict[str, str]:
    """Every text of the Chinese catalogues; of a counted one its only form."""
    found: dict[str, str] = {}
    for path in sorted(CATALOGUES.glob("*.po")):
        for message in read(path):
            if message.id:
                known, said = message.id, message.string
                text = said if isinstance(said, str) else (said or ("",))[0]
                if text:
                    found[known if isinstance(known, str) else known[0]] = text
    return found


def read(path: Path) -> Catalog:
    """One catalogue file."""
    with path.open("rb") as handle:
        return read_po(handle, locale="zh_Hant", abort_invalid=True)
