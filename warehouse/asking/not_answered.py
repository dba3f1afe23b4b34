"""Why a question got no answer: for a person in words, for a program as one of a few reasons."""

from __future__ import annotations

import re
from typing import Any

import duckdb

from warehouse.errors import TrackerError

REASONS = {
    "refused": "it asks for something that is not allowed",
    "failed": "DuckDB does not understand it, or it met a fault of its own",
    "too_long": "it was stopped after the time a question has",
    "too_large": "it needs more memory than a question has",
    "busy": "all workers are taken, and enough questions wait",
    "cancelled": "the asker gave up",
    "damaged": "the version does not answer",
}
WHERE = "the query"
_AT = re.compile(r"^LINE (?P<line>\d+): (?P<shown>.*)\n(?P<indent> *)\^", re.M)
_OUT_OF_MEMORY = re.compile(r"bad_alloc|Memory allocation failure|failed to allocate", re.I)
_READ = "Correct the query, or leave out the rows it fails on."
_FIXES = (
    (duckdb.CatalogException, "The tables are listed by: show tables."),
    (duckdb.BinderException, "A table's columns are listed by: describe growth."),
    (duckdb.ParserException, "Correct the SQL at the place that is named."),
)
_ALONE = (
    "A query reads the warehouse alone. To read files too, ask from a DuckDB of your own, where "
    "the warehouse is opened read-only."
)


class NotAnswered(TrackerError):
    """The question got no answer; `reason` is a key of REASONS, `line` and `column` count from 1.

    They are None where the fault has no place in the query.
    """

    def __init__(
        self,
        reason: str,
        problem: str,
        fix: str,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(problem, WHERE, fix)
        self.reason, self.line, self.column = reason, line, column

    def packed(self) -> dict[str, Any]:
        """What NotAnswered(**it) makes again on the other side of a pipe."""
        return {
            "reason": self.reason,
            "problem": self.problem,
            "fix": self.fix,
            "line": self.line,
            "column": self.column,
        }


def too_large(memory_mb: int) -> NotAnswered:
    """More memory than a question has."""
    return NotAnswered(
        "too_large",
        f"The query needs more than the {memory_mb:,} MB of memory that a question has",
        "Ask for less at once: filter or aggregate before sorting, joining or listing.",
    )


def of_duckdb(error: duckdb.Error, text: str, memory_mb: int) -> NotAnswered:
    """A failure of DuckDB's in words, with what to do and the place in the query."""
    said = str(error)
    if isinstance(error, duckdb.OutOfMemoryException) or _OUT_OF_MEMORY.search(said):
        return too_large(memory_mb)
    if isinstance(error, (duckdb.IOException, duckdb.FatalException, duckdb.InternalException)):
        return damaged(said)
    line, column = place(said, text)
    if isinstance(error, duckdb.PermissionException):
        return NotAnswered("refused", f"The query failed: {said}", _ALONE, line, column)
    fix = next((words for kind, words in _FIXES if isinstance(error, kind)), _READ)
    return NotAnswered("failed", f"The query failed: {said}", fix, line, column)


def of_text(said: str, text: str, memory_mb: int) -> NotAnswered:
    """The same for a failure met while rows are fetched, of which only the words are left."""
    if said.startswith("Out of Memory") or _OUT_OF_MEMORY.search(said):
        return too_large(memory_mb)
    if said.startswith(("IO Error", "FATAL", "INTERNAL")):
        return damaged(said)
    return NotAnswered("failed", f"The query failed: {said}", _READ, *place(said, text))


def damaged(said: str) -> NotAnswered:
    """The version's bytes are not what was published, or DuckDB has a fault."""
    return NotAnswered(
        "damaged",
        f"The newest version is damaged, or its disk is, or DuckDB failed: {said}",
        "If `from apps` fails too, run `python -m warehouse rebuild`; the ledger has "
        "everything it needs.",
    )


def place(said: str, text: str) -> tuple[int | None, int | None]:
    """Line and column in the query that DuckDB's message points at."""
    found = _AT.search(said)
    lines = text.split("\n")
    if found is None or int(found["line"]) > len(lines):
        return None, None
    line = int(found["line"])
    before = len(f"LINE {line}: ")
    shown, at = found["shown"], len(found["indent"]) - before
    if shown.startswith("..."):  # of a long line only the part around the fault is shown
        shown, at = shown[3:], at - 3
    start = lines[line - 1].find(shown.removesuffix("..."))
    return line, (start if start > 0 else 0) + max(at, 0) + 1
