"""The good questions of the Ask page: one file each, whose first line says what is asked."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "queries" / "gallery"


@dataclass(frozen=True)
class Entry:
    """One question, in words and in SQL."""

    name: str
    title: str
    sql: str


@cache
def entries() -> tuple[Entry, ...]:
    """Every question, in the order of the files."""
    found = []
    for path in sorted(FOLDER.glob("*.sql")):
        first, _newline, sql = path.read_text(encoding="utf-8").partition("\n")
        found.append(Entry(path.stem, first.removeprefix("-- "), sql.strip()))
    return tuple(found)
