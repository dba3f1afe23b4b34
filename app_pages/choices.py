"""Controls whose value lives in the address bar; a link with an unknown value says so."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from app_pages import formats, language
from app_pages.language import N_, _

NOTES = "address_notes"
CHOSEN = "chosen_of_this_run"
AS_STATED = N_("As stated")


def start_run() -> None:
    """Forget what was said about the address, and what was chosen, once the reader moves on."""
    st.session_state[NOTES] = []
    st.session_state[CHOSEN] = []


def chosen() -> list[tuple[str, str]]:
    """Every choice drawn so far in this run as the address spells it, the usual ones too."""
    return list(st.session_state.get(CHOSEN, []))


def one_of(
    label: str,
    key: str,
    options: Sequence[Any],
    name: Callable[[Any], str] = str,
    *,
    widget: Callable[..., Any] | None = None,
) -> Any:
    """One option of a list, the first by default, kept in the address under `key`.

    The address spells it in English in every language, so that a link is for everybody.
    """
    by_name = {language.in_english(name, option): option for option in options}
    picked = _picked(label, key, by_name, name, widget or st.selectbox)
    return by_name[picked]


def by_id(label: str, key: str, ids: Sequence[str], name: Callable[[str], str]) -> str:
    """One of these ids, shown by its name and kept in the address by its id, which never changes.

    A link may also say the name in English, as those of other pages do.
    """
    by_name = {language.in_english(name, one): one for one in ids}
    return _picked(label, key, {one: one for one in ids}, name, st.selectbox, by_name)


def some_of(label: str, key: str, options: Sequence[Any], name: Callable[[Any], str]) -> list[Any]:
    """Some options of a list, all by default, kept in the address under `key`."""
    by_name = {language.in_english(name, option): option for option in options}
    _check(label, key, list(by_name))
    asked = [text for text in _asked(key) if text in by_name]
    widget = f"{key}_chosen"
    emptied = st.session_state.pop(f"{key}_emptied", False)
    st.session_state[widget] = [] if emptied and not asked else asked or list(by_name)

    def keep() -> None:
        picked = st.session_state[widget]
        st.session_state[f"{key}_emptied"] = not picked
        _write(key, [] if len(picked) == len(by_name) else picked)

    picked = st.pills(
        label,
        list(by_name),
        format_func=lambda text: name(by_name[text]),
        selection_mode="multi",
        key=widget,
        on_change=keep,
    )
    for text in picked:
        _keep(key, text)
    return [by_name[text] for text in picked]


def _picked(
    label: str,
    key: str,
    by_name: Mapping[str, Any],
    name: Callable[[Any], str],
    draw: Callable[..., Any],
    also: Mapping[str, str] | None = None,
) -> str:
    """The word of one option; `also` has other words that a link may use for them."""
    first, widget = next(iter(by_name)), f"{key}_chosen"
    _check(label, key, [*by_name, *(also or ())])
    asked = st.query_params.get(key) or first
    asked = (also or {}).get(asked, asked)
    st.session_state[widget] = asked if asked in by_name else first

    def keep() -> None:
        picked = st.session_state[widget]
        _write(key, [] if picked == first else [picked])

    extra = {"required": True} if draw is st.segmented_control else {}
    picked = draw(
        label,
        list(by_name),
        format_func=lambda text: name(by_name[text]),
        key=widget,
        on_change=keep,
        **extra,
    )
    _keep(key, picked)
    return str(picked)


def currency(label: str, offered: Sequence[str]) -> str | None:
    """A currency to show money in, or None for the one each figure was stated in."""
    if len(offered) < 2:
        return None
    options = [AS_STATED, *offered]
    picked = one_of(label, "currency", options, _, widget=st.segmented_control)
    return None if picked == AS_STATED else str(picked)


def day_or_none(label: str, key: str, newest: date, about: str) -> date | None:
    """A day not after `newest`, or none, kept in the address under `key`."""
    asked = _asked(key)
    for text in asked:
        try:
            fits = date.fromisoformat(text) <= newest
        except ValueError:
            fits = False
        if not fits:
            _note(
                _(
                    "The link asks for the day “{text}”. A day is written YYYY-MM-DD and does "
                    "not lie in the future. Today is shown instead."
                ).format(text=text[:60])
            )
    return st.date_input(
        label,
        value=None,
        min_value=date(2020, 1, 1),
        max_value=newest,
        format="YYYY-MM-DD",
        key=key,
        bind="query-params",
        help=about,
    )


def show_notes() -> None:
    """Say which parts of the address could not be followed."""
    for note in st.session_state.get(NOTES, []):
        st.info(formats.plain(note), icon=":material/link_off:")


def _asked(key: str) -> list[str]:
    return [text for text in st.query_params.get_all(key) if text]


def _check(label: str, key: str, names: list[str]) -> None:
    for text in _asked(key):
        if text not in names:
            _note(
                _(
                    "The link asks for {label} “{text}”, which is not offered now. "
                    "The usual choice is shown instead."
                ).format(label=label.lower(), text=text[:60])
            )


def _write(key: str, words: list[str]) -> None:
    """Put a choice into the address; the usual one needs no word."""
    if words:
        st.query_params[key] = words
    else:
        st.query_params.pop(key, None)


def _keep(key: str, text: str) -> None:
    st.session_state[CHOSEN].append((key, text))


def _note(sentence: str) -> None:
    st.session_state[NOTES].append(sentence)
