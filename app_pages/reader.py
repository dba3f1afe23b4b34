"""Opens the newest published version, once a script run, and answers the queries of this folder.

One connection a version is shared; every run works on a cursor of its own, so that two sessions
never see each other's rows. It never writes, and every figure comes from a query.
"""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import duckdb
import streamlit as st

from warehouse import clock, store
from warehouse.as_known import AsKnown
from warehouse.errors import NoWarehouse, TrackerError
from warehouse.paths import Store

QUERIES = Path(__file__).parent / "queries"
SESSION_KEY = "reader_of_this_run"

Row = dict[str, Any]


class Reader:
    """Answers named queries from one version, as known on one day."""

    def __init__(self, version: Path, knowledge_date: date | None) -> None:
        self.version = version
        self.knowledge_date = knowledge_date
        connection = connection_to(str(version))
        try:
            self._as_known = AsKnown(connection, knowledge_date)
            self._now = AsKnown(connection, None)
        except duckdb.Error as error:
            raise damaged(version, error) from error

    @property
    def today(self) -> date:
        """The day the page speaks from: the chosen one, else today."""
        return self.knowledge_date or clock.today()

    def rows(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query, as known on the chosen day."""
        return self._rows(self._as_known, self.knowledge_date, name, parameters)

    def rows_now(self, name: str, **parameters: Any) -> list[Row]:
        """The rows of a query about operations, which are always those of now."""
        return self._rows(self._now, None, name, parameters)

    def close(self) -> None:
        """Give the cursors back at the end of the run, so that an old version can be dropped."""
        self._as_known.close()
        self._now.close()

    def _rows(
        self, cursor: AsKnown, day: date | None, name: str, parameters: dict[str, Any]
    ) -> list[Row]:
        try:
            asked = repr((str(self.version), day, clock.today(), name, parameters))
            return answer(asked, Question(cursor, name, parameters))
        except duckdb.Error as error:
            raise damaged(self.version, error, name) from error


def damaged(version: Path, error: duckdb.Error, name: str = "") -> TrackerError:
    """A version that opens but does not answer: its file is damaged, or of another release."""
    asked = f" when asked for “{name}”" if name else ""
    return TrackerError(
        f"The warehouse does not answer{asked}: {str(error).splitlines()[0]}",
        str(version),
        "Its file is damaged or was made by another release of this project. Run "
        "`python -m warehouse rebuild`: the ledger has everything it needs.",
    )


class Question(NamedTuple):
    """A query of the folder, and whom it is asked."""

    cursor: AsKnown
    name: str
    parameters: dict[str, Any]


@st.cache_data(max_entries=400, show_spinner=False)
def answer(asked: str, _question: Question) -> list[Row]:
    """What a version answers on a day; a version never changes, so the answer is kept.

    `asked` tells questions apart: the version, the day, today, the query and its parameters, as one
    text, because each further argument costs a page's forty questions a look at this function.
    """
    found = _question.cursor.execute(query(_question.name), _question.parameters)
    names = [column[0] for column in found.description]
    return [dict(zip(names, values, strict=True)) for values in found.fetchall()]


@cache
def query(name: str) -> str:
    """The text of queries/<name>.sql."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def _close(connection: Any) -> None:
    connection.close()


@st.cache_resource(max_entries=3, show_spinner=False, on_release=_close)
def connection_to(version: str) -> Any:
    """The one connection of this process to a version; its real path is the key."""
    return store.open_version(Path(version))


def open_newest(knowledge_date: date | None) -> Reader | None:
    """A reader of the newest version for this run, or None when nothing was published yet."""
    try:
        reader = Reader(store.newest(Store.from_env()), knowledge_date)
    except NoWarehouse:
        reader = None
    st.session_state[SESSION_KEY] = reader
    return reader


def current() -> Reader | None:
    """The reader that the entry point opened for this run."""
    return st.session_state.get(SESSION_KEY)
