"""The field that a query is written in: coloured, and completed from the tables of the warehouse.

The browser's half is in `editor/`. It loads CodeMirror from this server, and is a plain field where
that fails.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from app_pages import links
from app_pages.language import N_, _
from app_pages.reader import Reader
from warehouse.asking import rules

KEY = "sql_editor"
FOLDER = Path(__file__).parent / "editor"
MODULE = FOLDER / "served" / "codemirror.js"
HTML = '<div class="sql-editor"></div>'
HELP = N_(
    "DuckDB's SQL: one query or several, after any “set variable”. Ctrl+Enter runs them. Words are "
    "proposed as you type, or by Ctrl+Space: Tab takes the first, arrows and Enter another."
)
WAITING = N_("Not run yet: the answer below is to the query as it was.")


def show(opened: Reader, text: str, filled: int, on_asked: Callable[[str], None]) -> None:
    """The editor with the query that was asked last; `on_asked` is told the next one.

    A higher `filled` says that the text was put there by somebody else, and goes before what is
    being written.
    """
    editor = st.components.v2.component(
        KEY, html=HTML, css=_content("editor.css"), js=_content("editor.js"), isolate_styles=False
    )
    editor(
        key=KEY,
        data={
            "label": _("Query"),
            "run": _("Run"),
            "help": _(HELP),
            "waiting": _(WAITING),
            "text": text,
            "filled": filled,
            "module": links.whole(f"assets/{MODULE.name}", [("made", _digest())]),
            "words": words(opened),
        },
        on_asked_change=lambda: on_asked(st.session_state[KEY]["asked"] or ""),
    )


def words(opened: Reader) -> dict[str, Any]:
    """What may be written: tables with their columns, functions that a query may call, keywords."""
    tables: dict[str, tuple[str, str, list[tuple[str, str, str]]]] = {}
    for row in opened.rows_now("columns_asked"):
        name = row["table_name"]
        table = tables.setdefault(name, (name, _first(row["table_doc"]), []))
        table[2].append((row["column_name"], row["data_type"], _first(row["doc"])))
    functions = [
        (row["name"], row["takes"] or "")
        for row in opened.rows_now("functions_asked")
        if row["name"] not in rules.FUNCTIONS
        and (not row["stands_in_from"] or row["name"] in rules.TABLE_FUNCTIONS)
    ]
    keywords = [row["word"] for row in opened.rows_now("words_of_sql")]
    return {"tables": list(tables.values()), "functions": functions, "keywords": keywords}


def _first(doc: str | None) -> str:
    """The first sentence."""
    return (doc or "").split(". ")[0]


@cache
def _content(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@cache
def _digest() -> str:
    """Changes with the file, so that no browser keeps an old one."""
    return hashlib.sha256(MODULE.read_bytes()).hexdigest()[:12]
