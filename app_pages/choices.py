"""Controls whose value lives in the address bar; a link with an unknown value says so."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from app_pages import formats

NOTES = "address_notes"
CHOSEN = "chosen_of_this_run"
AS_STATED = "As stated"


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
    """One option of a list, the first by default, kept in the address under `key`."""
    _check(label, key, [name(option) for option in options])
    draw = widget or st.selectbox
    extra = {"required": True, "default": options[0]} if draw is st.segmented_control else {}
    picked = draw(label, options, format_func=name, key=key, bind="query-params", **extra)
    _keep(key, name(picked))
    return picked


def by_id(label: str, key: str, names: Mapping[str, str]) -> str:
    """One of these ids, shown by its name and kept in the address by its id, which never changes.

    A bound control would keep the name, so this one writes the address itself. A link may also say
    the name, as those of other pages do.
    """
    ids = {name: one for one, name in names.items()} | {one: one for one in names}
    _check(label, key, list(ids))
    asked = st.query_params.get(key)
    widget = f"{key}_chosen"
    st.session_state[widget] = ids.get(asked or "", next(iter(names)))

    def keep() -> None:
        st.query_params[key] = st.session_state[widget]

    return str(st.selectbox(label, list(names), format_func=names.get, key=widget, on_change=keep))


def some_of(label: str, key: str, options: Sequence[Any], name: Callable[[Any], str]) -> list[Any]:
    """Some options of a list, all by default, kept in the address under `key`."""
    _check(label, key, [name(option) for option in options])
    picked = st.pills(
        label,
        options,
        default=list(options),
        format_func=name,
        selection_mode="multi",
        key=key,
        bind="query-params",
    )
    for option in picked:
        _keep(key, name(option))
    return picked


def currency(label: str, offered: Sequence[str]) -> str | None:
    """A currency to show money in, or None for the one each figure was stated in."""
    if len(offered) < 2:
        return None
    options = [AS_STATED, *offered]
    picked = one_of(label, "currency", options, widget=st.segmented_control)
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
                f"The link asks for the day “{text[:60]}”. A day is written YYYY-MM-DD and does "
                "not lie in the future. Today is shown instead."
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
                f"The link asks for {label.lower()} “{text[:60]}”, which is not offered now. "
                "The usual choice is shown instead."
            )


def _keep(key: str, text: str) -> None:
    st.session_state[CHOSEN].append((key, text))


def _note(sentence: str) -> None:
    st.session_state[NOTES].append(sentence)
