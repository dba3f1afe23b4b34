"""From a point of a chart to the rows it was made from: a click on it, or a choice below it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from app_pages import formats, lineage_words, sql_text, tables
from app_pages.charts import house
from app_pages.language import N_, _, _n
from app_pages.reader import Reader, Row
from warehouse import checks

READ_HERE = 8
QUESTION = N_("Where does this figure come from?")


@dataclass(frozen=True)
class Figure:
    """One figure on a page: its name, how it came about, and what to ask for its rows."""

    name: str
    how: str
    query: str
    parameters: Row
    app_id: str
    country: str = "WW"


@dataclass(frozen=True)
class Drawn:
    """What the points of a chart lead to, by the id each carries, and the queries that drew it."""

    figures: Mapping[str, Figure]
    queries: Sequence[tuple[str, Row]] = field(default_factory=tuple)


def chart(opened: Reader, drawn: go.Figure, key: str, description: str, leads: Drawn) -> None:
    """A chart whose points lead to their rows, by a click or by the list below it."""
    chosen = f"traced_{key}"
    ids = [list(trace.ids) if trace.ids is not None else [] for trace in drawn.data]
    drawn.for_each_trace(_keep_readable)
    picks = partial(_pick, key, chosen, ids)
    house.draw(drawn, key, description, on_select=picks)
    below(opened, key, leads)


def _keep_readable(trace: Any) -> None:
    """What is not chosen steps back, but not so far that it could not be read."""
    if trace.ids is not None:
        trace.unselected = {"marker": {"opacity": 0.55}}


def below(opened: Reader, key: str, leads: Drawn) -> None:
    """The list of the figures above it, and the rows behind the chosen one."""
    chosen = f"traced_{key}"
    if st.session_state.get(chosen) not in leads.figures:
        st.session_state.pop(chosen, None)
    picked = st.selectbox(
        _(QUESTION),
        list(leads.figures),
        index=None,
        format_func=lambda name: leads.figures[name].name,
        placeholder=_("Choose a figure, or click on a point"),
        key=chosen,
    )
    if picked is not None:
        _show(opened, leads.figures[picked], leads.queries)


def _pick(key: str, chosen: str, ids: Sequence[Sequence[str]]) -> None:
    """What a click on a point chooses in the list below."""
    for point in st.session_state[key].selection.points:
        own = ids[point["curve_number"]]
        place = point["point_index"]
        if place < len(own) and own[place]:
            st.session_state[chosen] = own[place]
            return


def _show(opened: Reader, figure: Figure, queries: Sequence[tuple[str, Row]]) -> None:
    rows = opened.rows(figure.query, **figure.parameters)
    with st.container(border=True, key=f"lineage_{figure.query}"):
        st.markdown(f"**{formats.plain(figure.name)}**{house.badge(rows)}")
        if not rows:
            st.markdown(_("No row is known behind this figure on the chosen day."))
            return
        st.markdown(formats.plain(lineage_words.made_from(figure.how, rows)))
        _statements(rows)
        _files(opened, rows)
        _changes(opened, figure, rows)
        with st.expander(
            _("The SQL that drew this, and that finds its rows"), icon=":material/code:"
        ):
            asked = [*queries, (figure.query, figure.parameters)]
            text = sql_text.asked(opened.knowledge_date, *asked)
            st.code(text, language="sql", wrap_lines=True)


def _statements(rows: list[Row]) -> None:
    tables.show([lineage_words.statement(row) for row in rows[:READ_HERE]])
    if len(rows) > READ_HERE:
        first = _("The first {most} of {all} rows.")
        st.caption(first.format(most=READ_HERE, all=f"{len(rows):,}"))
    with st.expander(_("Every row with whole ids, to search and sort"), icon=":material/table:"):
        links = {"Address": st.column_config.LinkColumn(_("Address"))}
        whole = [lineage_words.whole_statement(row) for row in rows]
        st.dataframe(whole, hide_index=True, column_config=links)


def _files(opened: Reader, rows: list[Row]) -> None:
    """The files and on what terms they may be used, and what their rows had to hold."""
    licences = {row["snapshot_id"]: (row["licence"], row["producer"]) for row in rows}
    files = opened.rows_now("lineage_files", snapshot_ids=sorted(licences))
    counted = _n("{n} file", "{n} files", len(files))
    st.markdown(f"**{counted}**")
    tables.show([lineage_words.file(row, *licences[row["snapshot_id"]]) for row in files])
    st.caption(
        _(
            "Each row holds every rule of docs/data-formats.md for its columns, or it would not "
            "have been loaded; the warehouse held all of its {checks} checks (warehouse/checks) "
            "when version {version} was published."
        ).format(checks=len(checks.names()), version=formats.plain(opened.version.stem))
    )


def _changes(opened: Reader, figure: Figure, rows: list[Row]) -> None:
    """What was said otherwise of these figures, before and after the chosen day."""
    asked: dict[str, Any] = {
        "app_ids": [figure.app_id],
        "country": figure.country,
        "metrics": _distinct(rows, "metric"),
        "source_ids": _distinct(rows, "source_id"),
        "units": _distinct(rows, "unit"),
        "platforms": _distinct(rows, "platform"),
        "periods": sorted({f"{row['period_start']}/{row['period_end']}" for row in rows}),
    }
    changes = opened.rows_now("lineage_changes", **asked)
    if not changes:
        st.markdown(_("None of these figures was ever changed by a later statement."))
        return
    changed = _n("{n} change to these figures", "{n} changes to these figures", len(changes))
    st.markdown(f"**{changed}**")
    lines = [lineage_words.change(row, opened.knowledge_date) for row in changes]
    tables.show_newest(lines, READ_HERE, lines)


def _distinct(rows: list[Row], column: str) -> list[str]:
    return sorted({row[column] for row in rows})
