"""Asks one version what alerts and the digest tell: each text is a query, words and all.

The queries are warehouse/alerts/candidates/*.sql and warehouse/alerts/digest/*.sql; the words for
figures and days that they share are macros of the session, words.sql.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from warehouse.as_known import AsKnown
from warehouse.errors import TrackerError
from warehouse.store import open_version

HERE = Path(__file__).parent

Row = dict[str, Any]


class Asked:
    """One version, and one day to know by; None is now."""

    def __init__(self, version: Path, cursor: AsKnown) -> None:
        self._version = version
        self._cursor = cursor

    def rows(self, name: str, parameters: Row) -> list[Row]:
        """The rows of a query, such as `candidates/growth`, with the parameters it names.

        Raises TrackerError when the version does not answer.
        """
        text = _text(name)
        named = {key: value for key, value in parameters.items() if f"${key}" in text}
        try:
            found = self._cursor.execute(text, named)
            columns = [column[0] for column in found.description or []]
            return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]
        except duckdb.Error as error:
            raise _no_answer(self._version, name, error) from error


@contextmanager
def opened(version: Path, *days: date | None) -> Iterator[list[Asked]]:
    """The version for each of these days, with the words that the queries use.

    Raises TrackerError when it cannot be opened.
    """
    with open_version(version) as connection:
        cursors: list[AsKnown] = []
        try:
            for day in days:
                cursors.append(_with_words(connection, version, day))
            yield [Asked(version, cursor) for cursor in cursors]
        finally:
            for cursor in cursors:
                cursor.close()


def _with_words(connection: duckdb.DuckDBPyConnection, version: Path, day: date | None) -> AsKnown:
    try:
        cursor = AsKnown(connection, day)
        cursor.execute(_text("words"))
    except duckdb.Error as error:
        raise _no_answer(version, "the words of alerts", error) from error
    return cursor


def _no_answer(version: Path, name: str, error: duckdb.Error) -> TrackerError:
    return TrackerError(
        f"The warehouse does not answer {name}: {str(error).splitlines()[0]}",
        str(version),
        "Run `python -m warehouse rebuild`; the ledger has everything it needs.",
    )


@cache
def _text(name: str) -> str:
    return (HERE / f"{name}.sql").read_text(encoding="utf-8")
