"""The files beside a chart: what it shows, as CSV or a workbook, with its sources and meanings."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from app_pages import exports, formats, history_words, links
from app_pages.language import _, _n, kept
from app_pages.paper import memo, printed
from app_pages.reader import Reader, Row

WEEK = 7
# The picture is white in every theme, and wider than a telephone: it scrolls within its frame.
ON_WHITE = """<style>
[class*='st-key-picture_'] { overflow-x: auto; }
[class*='st-key-picture_'] svg { color: #1f2430; }
</style>"""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def taken(
    opened: Reader,
    name: str,
    words: tuple[str, str],
    rows: Sequence[Row],
    tables: Sequence[str],
    own: Mapping[str, str] | None = None,
    stated: Sequence[Row] = (),
    link: str | None = None,
) -> exports.Taken:
    """What a chart of these words shows, with the meaning of its columns and its sources.

    `own` says what columns mean that are of no table; `stated` names the sources of rows that have
    none; `link` is where to see it, else the screen of this run, pinned.
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
        sources=_sources(opened, [*rows, *stated]),
        knowledge_date=opened.knowledge_date,
        today=opened.today,
        version=opened.version.name,
        link=links.pinned(opened.today) if link is None else link,
    )


STANDS = {
    "known_on": "the knowledge date chosen; empty: today",
    "version": "the warehouse version it was read from",
}


def _sources(opened: Reader, rows: Sequence[Row]) -> list[Row]:
    """Each source with its terms, then each page a statement was read in."""
    wanted = {row["source_id"] for row in rows if row.get("source_id")}
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
    return _("yes, invented") if value else _("no")


def lately(opened: Reader, rows: Sequence[Row]) -> list[Row]:
    """What was said or changed in the last week about the apps of these lines."""
    after = opened.today - timedelta(days=WEEK)
    lines = []
    for app_id in dict.fromkeys(row.get("app_id") or row.get("app") for row in rows):
        said = opened.rows("said_lately", app_id=app_id, after=after)
        targets = opened.rows("targets_lately", app_id=app_id, after=after)
        lines += [history_words.statement(row) for row in [*said, *targets]]
        for row in opened.rows("restatements", app_id=app_id):
            if row["as_of"] > after and row["slice"] == 1:
                line = history_words.restatement(row)
                told = _("{figure}: {before} became {after}").format(
                    figure=line["Figure"], before=line["From"], after=line["To"]
                )
                lines.append({"Figure": told, "Known since": formats.day(row["as_of"])})
    return [
        {name: line.get(name, "") for name in ("Figure", "Known since", "Kind")} for line in lines
    ]


def offer(opened: Reader, what: exports.Taken, key: str, drawn: go.Figure) -> None:
    """A button that opens the choice of files; each is made when somebody asks for it."""
    if not what.rows:
        return
    news = lately(opened, what.rows)
    with st.popover(_("Take it out"), icon=":material/download:"):
        kinds = (
            (_("CSV of this chart"), "csv", "text/csv", partial(exports.csv_bytes, what)),
            (_("Excel workbook"), "xlsx", XLSX, partial(exports.xlsx_bytes, what)),
            (_("Picture (SVG)"), "svg", "image/svg+xml", partial(memo.picture, what, drawn)),
            (_("Memo (HTML)"), "html", "text/html", partial(memo.html, what, drawn, news)),
        )
        pdf = (_("Memo (PDF)"), "pdf", "application/pdf", partial(memo.pdf, what, drawn, news))
        for label, ending, mime, make in [*kinds, *([pdf] if memo.has_pdf() else [])]:
            st.download_button(
                label,
                kept(make),
                file_name=what.file_name(ending),
                mime=mime,
                key=f"{ending}_{key}",
                on_click="ignore",
                icon=":material/download:",
            )
        as_png = st.toggle(_("Show it as a picture, to save as PNG"), key=f"png_{key}")
        if not memo.has_pdf():
            st.caption(_(memo.NO_PDF))
        if what.illustrative:
            st.caption(_("Invented figures are marked in each line, in sheet and file names."))
        st.caption(
            _n(
                "{n} row: what the chart shows, no more.",
                "{n} rows: what the chart shows, no more.",
                len(what.rows),
            )
        )
    if as_png:
        _picture(what, key, drawn)


def _picture(what: exports.Taken, key: str, drawn: go.Figure) -> None:
    """The chart with its words inside, which the browser saves: no browser is needed here."""
    st.html(ON_WHITE)
    picture = printed.figure(what, drawn)
    with st.container(border=True, key=f"picture_{key}"):
        st.caption(_("The camera above the picture saves it as PNG, white in every theme."))
        with st.container(width=printed.WIDTH, horizontal=True):
            st.plotly_chart(
                picture,
                width="content",
                theme=None,
                key=f"printed_{key}",
                config=printed.config(what, picture),
                alt=_("Picture of: {title}").format(title=what.title),
            )
