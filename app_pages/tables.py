"""Tables that are read whole: as rows, or as a block a row where those do not fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from app_pages import formats
from app_pages.language import _, is_chinese

WHOLE = 13  # a text up to this long, such as a figure, is not broken over lines
STYLE = """<style>
.lines-frame { container-type: inline-size; }
.lines { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
.lines th, .lines td {
  text-align: left; vertical-align: top; padding: 0.4rem 0.75rem 0.4rem 0;
  border-bottom: 1px solid rgba(128, 136, 148, 0.35); overflow-wrap: anywhere; min-width: 5rem;
}
.lines th { font-weight: 400; white-space: nowrap; }
.lines td:first-child { font-weight: 600; min-width: 7.5rem; }
.lines .whole { white-space: nowrap; }
.lines a { color: inherit; text-decoration: underline; }
@container (max-width: 46rem) {
  .lines thead { display: none; }
  .lines, .lines tbody, .lines tr { display: block; }
  .lines tr { padding: 0.5rem 0; border-bottom: 1px solid rgba(128, 136, 148, 0.35); }
  .lines td { display: grid; grid-template-columns: 7rem 1fr; padding: 0.1rem 0; border: 0; }
  .lines td::before { content: attr(data-label); font-weight: 400; }
  .lines td:empty, .lines td:first-child::before { display: none; }
  .lines td:first-child { display: block; }
}
</style>"""


@dataclass(frozen=True)
class Link:
    """A cell that leads out, when its address is one of the web."""

    label: str
    address: str | None


@dataclass(frozen=True)
class Inside:
    """A cell that leads to another page of the dashboard."""

    label: str
    address: str


def show(rows: Sequence[dict[str, Any]]) -> None:
    """Every row, each column that says something; words wrap, so that no width cuts them off."""
    said = [name for name in rows[0] if any(row[name] not in (None, "") for row in rows)]
    rows = [{name: row[name] for name in said} for row in rows]
    head = "".join(f"<th scope='col'>{escape(_(name))}</th>" for name in rows[0])
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    table = f"<table class='lines'><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    st.html(f"{STYLE}<div class='lines-frame'>{table}</div>")


def show_newest(rows: Sequence[dict[str, Any]], most: int, whole: list[dict[str, Any]]) -> None:
    """The first rows to be read here, and every row and column to be searched and sorted below."""
    show(rows[:most])
    if len(rows) > most:
        st.caption(_("The newest {most} of {all}.").format(most=most, all=f"{len(rows):,}"))
    with st.expander(_("Every row and column, to search and sort"), icon=":material/table:"):
        links = {"Address": st.column_config.LinkColumn(_("Address"))}
        named = [{_(name): value for name, value in row.items()} for row in whole]
        st.dataframe(named, hide_index=True, column_config=links)


def headed(english: str, meant: str) -> str:
    """A heading whose English word has other meanings elsewhere: in Chinese what is meant here."""
    return _(meant) if is_chinese() else english


def _cells(row: dict[str, Any]) -> str:
    return "".join(
        f'<td data-label="{escape(_(name), quote=True)}">{_content(value)}</td>'
        for name, value in row.items()
    )


def _content(value: Any) -> str:
    if isinstance(value, Link):
        if formats.is_web(value.address):
            return (
                f'<a href="{escape(value.address or "")}" target="_blank">{_words(value.label)}</a>'
            )
        return _words(value.label)
    if isinstance(value, Inside):
        return f'<a href="{escape(value.address)}" target="_self">{_words(value.label)}</a>'
    return _words("" if value is None else str(value))


def _words(text: str) -> str:
    whole = 0 < len(text) <= WHOLE
    return f"<span class='whole'>{escape(text)}</span>" if whole else escape(text)
