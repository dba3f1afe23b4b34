"""Where two files of one source disagree about one figure on one day: said on every page."""

import streamlit as st

from app_pages import formats, tables
from app_pages.reader import Reader, Row

TABLE = "contradictions"
READ_HERE = 20


def found(opened: Reader) -> list[Row]:
    """Every contradiction as the warehouse lists it; none where it does not look for them."""
    names = {row["table_name"] for row in opened.rows_now("tables")}
    return opened.rows_now(TABLE) if TABLE in names else []


def warnings(opened: Reader) -> list[str]:
    """One sentence for the banner of every page."""
    rows = found(opened)
    if not rows:
        return []
    figures = formats.count(len(rows), "figure")
    return [
        f"Contradicted: two files of one source disagree about {figures} said on one day; "
        "the Data page lists them."
    ]


def section(opened: Reader) -> None:
    """The list on the Data page; nothing when nothing is contradicted."""
    rows = found(opened)
    if not rows:
        return
    st.subheader("Contradictions")
    st.markdown(
        "Two files of one source say different things of one figure on one day. Ask its producer "
        "which holds, and load a file that says so on a later day."
    )
    lines = [
        {name.replace("_", " ").capitalize(): value for name, value in row.items()} for row in rows
    ]
    tables.show_newest(lines, READ_HERE, lines)
