"""An answer on the Ask page: how much of it there is, the rows, a chart, and files to take away."""

from __future__ import annotations

from typing import Any

import streamlit as st

from app_pages import formats
from app_pages.charts import asked, house
from app_pages.language import N_, _, _n
from warehouse.asking import Answer, files
from warehouse.asking.invented import says_invented
from warehouse.output import distinct

MIME = {
    "csv": "text/csv",
    "parquet": "application/vnd.apache.parquet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
CUT = {
    "rows": N_(
        "More rows than are shown: these are the first {rows}. Aggregate, filter or use `limit`; "
        "`python -m warehouse sql` gives all of them."
    ),
    "size": N_(
        "More than is shown: the first {rows} fill what an answer may hold. Select fewer or "
        "shorter columns."
    ),
}


def show(
    answer: Answer, units: dict[str, str], *, has_samples: bool, place: int | None = None
) -> None:
    """The whole of it; where the version has invented figures, no answer passes for a real one.

    `units` says what some columns count. `place` tells the answers of one text apart: 0, 1, …;
    None is the only one, whose heading is the page's own section.
    """
    suffix = f"_{place}" if place else ""
    mark = badge(answer, has_samples)
    rows = _n("{n} row", "{n} rows", answer.row_count)
    sentence = _("{rows} in {seconds} s")
    if answer.knowledge_date:
        sentence = _("{rows} in {seconds} s, as known on {day}")
    said = sentence.format(
        rows=rows, seconds=f"{answer.seconds:.2f}", day=formats.day(answer.knowledge_date)
    )
    level = "##" if place is None else "###"
    st.markdown(f"{level} {formats.plain(said)}{mark}")
    if answer.truncated:
        told = _(CUT[answer.truncated]).format(rows=rows)
        st.warning(told, icon=":material/content_cut:")
    if _is_plan(answer):
        for row in answer.rows():
            st.code(str(row[1]), language=None)
        return
    names = distinct(answer.columns)
    kinds = [
        f"{kind} ({units[name]})" if name in units else kind
        for name, kind in zip(answer.columns, answer.types, strict=True)
    ]
    st.dataframe(
        [dict(zip(names, map(_shown, row), strict=True)) for row in answer.rows()]
        or {name: [] for name in names},
        hide_index=True,
        placeholder="—",
        column_config={
            name: st.column_config.Column(name, help=kind)
            for name, kind in zip(names, kinds, strict=True)
        },
    )
    typed = ", ".join(f"{name} {kind}" for name, kind in zip(names, kinds, strict=True))
    st.caption(_("Types: {types}").format(types=formats.plain(typed[:1_000])))
    downloads(answer, suffix)
    if answer.row_count:
        chart(answer, names, mark, suffix)


def downloads(answer: Answer, suffix: str) -> None:
    """The answer as files."""
    with st.container(horizontal=True):
        for form, write in files.WRITERS.items():
            st.download_button(
                form.upper() if form != "parquet" else "Parquet",
                data=lambda write=write: write(answer),
                file_name=f"answer-{answer.version}{suffix}.{form}",
                mime=MIME[form],
                on_click="ignore",
                icon=":material/download:",
                key=f"download_{form}{suffix}",
            )


def chart(answer: Answer, names: list[str], mark: str, suffix: str) -> None:
    """Choose what is along and what is up; both have a first proposal."""
    numbers = [n for n, kind in zip(names, answer.types, strict=True) if asked.is_number(kind)]
    if not numbers or not st.toggle(_("Chart of this answer"), key=f"chart{suffix}"):
        return
    along = asked.proposed(names, answer.types)
    own = f"{suffix}_{names}" if suffix else None  # two charts' choices are told apart
    with st.container(horizontal=True):
        x = st.selectbox(_("Along"), names, index=names.index(along), key=own and f"along{own}")
        up = [name for name in numbers if name != x] or numbers
        y = st.selectbox(_("Up"), up, key=own and f"up{own}")
        rest = [name for name in names if name not in (x, y)]
        by = st.selectbox(_("A colour for each"), rest, None, key=own and f"colour{own}")
    rows = [dict(zip(names, row, strict=True)) for row in answer.rows()]
    drawn, note = asked.lines(rows, x, y, by, is_invented=bool(says_invented(answer)))
    with st.container(border=True):
        title = _("{up} by {along}").format(up=y, along=x)
        st.markdown(f"### {formats.plain(title)}{mark}")
        if note:
            st.caption(formats.plain(note))
        house.draw(drawn, f"asked{suffix}", title)


def badge(answer: Answer, has_samples: bool) -> str:
    """What to write beside an answer: that it holds invented rows, or does not say so."""
    said = says_invented(answer)
    if said:
        return f" {_(house.BADGE)}"
    if has_samples and said is None and not _is_plan(answer):
        return " " + _(":orange-badge[may hold invented data: select illustrative too]")
    return ""


def _is_plan(answer: Answer) -> bool:
    return answer.columns == ["explain_key", "explain_value"]


def _shown(value: Any) -> Any:
    """Nested values and spans of time as text; the table shows the others itself."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, (list, dict, tuple)) or type(value).__name__ == "timedelta":
        return str(value)
    return value
