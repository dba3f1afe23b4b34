"""The Ask page: anybody's SQL, answered by the confined workers, as a table, a chart or a file."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from app_pages import ask_answer, ask_editor, ask_tables, ask_units, empty, formats, gallery, reader
from app_pages.language import _
from app_pages.reader import Reader
from warehouse.asking import Answer, Limits, NotAnswered, Pool, statements
from warehouse.paths import Store

QUERY, FILLED = "q", "query_filled"
ANSWER, CANCELLED = "asked", "cancelled_question"
PAST, TAKE_BACK = "asked_before", "take_back"
MOST_PAST = 50
MOST_AT_ONCE = 10  #: queries of one text that are answered
MOST_SHOWN = 300  #: letters of a query above its answer, where there are several
#: A longer address is cut off by one mail program or another.
LONGEST_LINK = 4_000
START = "from growth\nwhere metric = 'revenue' and platform = 'all' and country = 'WW'\n"
START += "order by month desc\nlimit 20"


def show() -> None:
    """The page, or what to do when there is nothing to show."""
    opened = reader.current()
    st.title(_("Ask: SQL over every table"))
    if opened is None:
        empty.no_warehouse()
        return
    starts = st.container(horizontal=True)
    question = editor(opened, starts)
    settle_address(question)
    remember(question, starts)
    about(opened)
    if question.strip():
        answered(opened, question)
    ask_tables.show(opened, ask_for)


@st.cache_resource(show_spinner=False, on_release=lambda pool: pool.close())
def pool_of(root: str) -> Any:
    """The workers of this server; every session asks the same few."""
    return Pool(Store(reader.Path(root)))


def editor(opened: Reader, starts: Any) -> str:
    """The query as it was asked; a link's when the page was opened by one. `starts` takes what
    else to begin with."""
    st.session_state.setdefault(QUERY, st.query_params.get(QUERY) or START)
    titles = {entry.title: entry for entry in gallery.entries()}
    starts.selectbox(
        _("Good questions to start from"),
        list(titles),
        index=None,
        format_func=_,
        key="example",
        placeholder=_("{n} examples").format(n=len(titles)),
        on_change=lambda: _take_example(titles),
    )
    question: str = st.session_state[QUERY]
    ask_editor.show(opened, question, st.session_state.get(FILLED, 0), _asked)
    return question


def _asked(question: str) -> None:
    """By the editor, which holds it already."""
    st.session_state[QUERY] = question
    _ask_again()


def _take_example(titles: dict[str, gallery.Entry]) -> None:
    chosen = st.session_state.get("example")
    if chosen in titles:
        ask_for(titles[chosen].sql)


def remember(question: str, starts: Any) -> None:
    """Keep the queries of this tab, the newest first, to take one back from."""
    past: list[str] = st.session_state.setdefault(PAST, [])
    if question.strip():
        past[:] = [question, *(one for one in past if one != question)][:MOST_PAST]
    if len(past) > 1:
        starts.selectbox(
            _("Asked before, in this tab"),
            past,
            index=None,
            key=TAKE_BACK,
            format_func=lambda one: " ".join(one.split())[:120],
            placeholder=_("{n} queries").format(n=len(past)),
            on_change=_take_back,
        )


def _take_back() -> None:
    if chosen := st.session_state.get(TAKE_BACK):
        ask_for(chosen)
    st.session_state[TAKE_BACK] = None


def ask_for(question: str) -> None:
    """Put a query into the editor and run it."""
    st.session_state[QUERY] = question
    st.session_state[FILLED] = st.session_state.get(FILLED, 0) + 1
    _ask_again()


def _ask_again() -> None:
    st.session_state.pop(ANSWER, None)
    st.session_state.pop(CANCELLED, None)


def settle_address(question: str) -> None:
    """Let the address hold the query, so that a copy of it is a link to the answer."""
    if len(question) <= LONGEST_LINK and question.strip():
        if st.query_params.get(QUERY) != question:
            st.query_params[QUERY] = question
        return
    st.query_params.pop(QUERY, None)
    if question.strip():
        st.caption(
            _(
                "This query has {letters} letters. A link holds {most}, so the address is without "
                "it."
            ).format(letters=f"{len(question):,}", most=f"{LONGEST_LINK:,}")
        )


def about(opened: Reader) -> None:
    """From which day and version the answers are, and what is invented in them."""
    sentence = _(
        "Answers as known on **{day}**, from version {version}. Most tables have a column "
        "“illustrative”: rows where it is true are invented samples."
    )
    version = formats.plain(opened.version.stem)
    st.caption(sentence.format(day=formats.day(opened.today), version=version))


def answered(opened: Reader, question: str) -> None:
    """The answers, or why there is none; asked once, kept until something changes."""
    key = (question, opened.knowledge_date, str(opened.version))
    if st.session_state.get(CANCELLED) == key:
        st.info(_("The query was cancelled. “Run” asks it again."), icon=":material/cancel:")
        return
    alone = each(question)
    kept = st.session_state.get(ANSWER)
    if kept is None or kept[0] != key:
        kept = (key, [ask(opened, one, key) for one in alone[:MOST_AT_ONCE]])
        st.session_state[ANSWER] = kept
    [samples] = opened.rows_now("samples_loaded")
    for place, answer in enumerate(kept[1]):
        if len(alone) > 1:
            st.header(_("Query {n} of {all}").format(n=place + 1, all=len(alone)))
            st.code(" ".join(alone[place].split())[:MOST_SHOWN], language="sql")
        if isinstance(answer, NotAnswered):
            explain(answer, question)
        else:
            told = ask_units.units(opened, question, answer)
            its_place = place if len(alone) > 1 else None
            ask_answer.show(answer, told, has_samples=samples["loaded"], place=its_place)
    if len(alone) > MOST_AT_ONCE:
        said = _("These are {n} queries; the first {most} are answered.")
        st.warning(said.format(n=len(alone), most=MOST_AT_ONCE), icon=":material/content_cut:")


def each(question: str) -> list[str]:
    """The queries of a text, to be asked one by one; a text that no worker takes is left whole."""
    is_text = not any("\ud800" <= letter <= "\udfff" for letter in question)
    if len(question) > Limits().letters or not is_text:
        return [question]
    return statements.queries(question)


def ask(opened: Reader, question: str, key: tuple[Any, ...]) -> Answer | NotAnswered:
    """Ask the workers. A click on “Cancel” ends this run of the page, and with it the query."""
    pool: Pool = pool_of(str(Store.from_env().root))
    place = st.empty()
    try:
        return pool.ask(question, as_of=opened.knowledge_date, cancelled=_progress(place, key))
    except NotAnswered as fault:
        return fault
    finally:
        place.empty()


def _progress(place: Any, key: tuple[Any, ...]) -> Callable[[], bool]:
    """Called while the query runs: shows for how long, and gives Streamlit its turn to stop it."""
    started = time.monotonic()
    shown = -1

    def look() -> bool:
        nonlocal shown
        seconds = int(time.monotonic() - started)
        if seconds == 0 or seconds == shown:
            return False
        if shown < 0:
            with place.container(horizontal=True, vertical_alignment="center"):
                look.words = st.empty()  # type: ignore[attr-defined]
                st.button(_("Cancel"), icon=":material/cancel:", on_click=_cancel, args=(key,))
        look.words.caption(_("Running for {n} s …").format(n=seconds))  # type: ignore[attr-defined]
        shown = seconds
        return False

    return look


def _cancel(key: tuple[str, date | None, str]) -> None:
    st.session_state[CANCELLED] = key


def explain(fault: NotAnswered, question: str) -> None:
    """What is wrong, the line of the query with the place marked, and what to do."""
    problem, _mark, _shown_by_duckdb = fault.problem.partition("\n\nLINE ")
    lines = [f"**{formats.plain(problem)}**"]
    if fault.line is not None:
        where = _("Line {line}, column {column}").format(line=fault.line, column=fault.column)
        written = question.split("\n")[fault.line - 1]
        mark = " " * ((fault.column or 1) - 1) + "^"
        lines += [where, f"```\n{written.replace('`', ' ')}\n{mark}\n```"]
    lines.append(_("What to do: {fix}").format(fix=formats.plain(fault.fix)))
    if fault.reason == "busy":
        st.warning("\n\n".join(lines), icon=":material/hourglass_top:")
    else:
        st.error("\n\n".join(lines), icon=":material/error:")


show()
