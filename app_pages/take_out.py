"""The files beside a chart: what it shows, as CSV or a workbook, with its sources and meanings."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from app_pages import exports, formats, links
from app_pages.reader import Reader, Row

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def taken(
    opened: Reader,
    name: str,
    words: tuple[str, str],
    rows: Sequence[Row],
    tables: Sequence[str],
    own: Mapping[str, str] | None = None,
    source_ids: Sequence[str] = (),
) -> exports.Taken:
    """What a chart of these words shows, with the meaning of its columns and its sources.

    `own` says what columns mean that are of no table; sources are those of the rows and any named.
    """
    title, note = words
    meanings = {
        row["column_name"]: row["comment"]
        for row in reversed(opened.rows("definitions", tables=list(tables)))
    }
    columns = list(rows[0]) if rows else []
    known = {**meanings, **STANDS, **(own or {})}
    return exports.Taken(
        name=name,
        title=title,
        note=note,
        rows=rows,
        definitions={column: known.get(column, "") for column in [*columns, *STANDS]},
        sources=_sources(opened, rows, source_ids),
        knowledge_date=opened.knowledge_date,
        today=opened.today,
        version=opened.version.name,
        link=links.pinned(opened.today),
    )


STANDS = {
    "known_on": "the knowledge date chosen; empty: today",
    "version": "the warehouse version it was read from",
}


def _sources(opened: Reader, rows: Sequence[Row], named: Sequence[str]) -> list[Row]:
    """Each source with its terms, then each page a statement was read in."""
    wanted = {*named, *(row["source_id"] for row in rows if row.get("source_id"))}
    feeds = [
        {
            "source": row["source_id"],
            "producer": row["producer"],
            "licence": row["licence"],
            "address": row["address"],
            "covers": row["covers"],
            "illustrative": _yes(row["illustrative"]),
        }
        for row in opened.rows_now("freshness")
        if row["source_id"] in wanted
    ]
    pages = {
        (row.get("source_id"), row.get("publisher"), row["address"]): row.get("illustrative")
        for row in rows
        if row.get("address")
    }
    return feeds + [
        {"source": source, "producer": said_by, "address": address, "illustrative": _yes(invented)}
        for (source, said_by, address), invented in pages.items()
    ]


def _yes(value: object) -> str:
    return "yes, invented" if value else "no"


def offer(what: exports.Taken, key: str) -> None:
    """A button that opens the choice of files; each is made when somebody asks for it."""
    if not what.rows:
        return
    with st.popover("Take it out", icon=":material/download:"):
        kinds = (
            ("CSV of this chart", "csv", "text/csv", exports.csv_bytes),
            ("Excel workbook, with sources and meanings", "xlsx", XLSX, exports.xlsx_bytes),
        )
        for label, ending, mime, make in kinds:
            st.download_button(
                label,
                partial(make, what),
                file_name=what.file_name(ending),
                mime=mime,
                key=f"{ending}_{key}",
                on_click="ignore",
                icon=":material/download:",
            )
        if what.illustrative:
            st.caption("Invented figures are marked in each line, in sheet and file names.")
        st.caption(f"{formats.count(len(what.rows), 'row')}: what the chart shows, no more.")
