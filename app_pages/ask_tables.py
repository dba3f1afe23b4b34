"""The tables one may ask, with the words of each and of its columns."""

import re
from collections.abc import Callable

import streamlit as st

from app_pages import formats, tables
from app_pages.language import N_, _
from app_pages.reader import Reader
from warehouse import build

_RAW = re.compile(r"\b(?:from|join)\s+raw\.([a-z_]+)")


def show(opened: Reader, ask_for: Callable[[str], None]) -> None:
    """A list of tables; the chosen one with its columns and a first query."""
    columns = opened.rows_now("columns_asked")
    docs = {row["table_name"]: row["table_doc"] or "" for row in columns}
    st.header(_("Tables"))
    name = st.selectbox(
        _("Table"),
        list(docs),
        index=None,
        key="table_of_ask",
        format_func=lambda table: f"{table}: {docs[table].split('. ')[0]}",
        placeholder=_("{n} tables, each with its columns").format(n=len(docs)),
    )
    if name is None:
        return
    st.markdown(formats.plain(docs[name]))
    if made_from := sources_of(name):
        st.caption(
            _("Made from: {tables}. `lineage` leads from a figure to its file and row.").format(
                tables=", ".join(f"`{table}`" for table in made_from)
            )
        )
    st.button(
        _("Ask for {table}").format(table=name),
        icon=":material/table_rows:",
        on_click=ask_for,
        args=(f"from {name}\nlimit 100",),
    )
    tables.show(
        [
            {
                N_("Column"): row["column_name"],
                N_("Type"): row["data_type"],
                N_("What it holds"): row["doc"],
            }
            for row in columns
            if row["table_name"] == name
        ]
    )


def sources_of(name: str) -> list[str]:
    """The tables that a table reads: other models, and what was loaded, with its schema."""
    names = frozenset(model.name for model in build.models())
    read = [model for model in build.models() if model.name == name]
    raw = {f"raw.{table}" for model in read for table in _RAW.findall(model.sql)}
    return sorted({table for model in read for table in model.reads(names)}) + sorted(raw)
