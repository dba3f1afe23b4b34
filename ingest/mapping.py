"""Column mappings: config/formats/NAME.toml says which column of a file is which of ours.

Read and checked like the rest of the configuration, all problems at once. Nothing is left to be
guessed at load: how numbers and dates are written stands here, to the letter.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ingest.config_keys import ID, Key, Problems
from ingest.vocabulary import BASES, BOUNDS, COUNTRIES, GRAINS, KINDS, PLATFORMS, UNITS

FOLDER = Path("config") / "formats"
FAMILY = "mapped"
ISO = "ISO"

#: Our columns that a mapping may fill, and the words each may hold where they are a closed list.
OURS: dict[str, Collection[str]] = {
    "app": (),
    "metric": (),
    "period": (),
    "period_end": (),
    "grain": GRAINS,
    "platform": PLATFORMS,
    "country": COUNTRIES,
    "unit": UNITS,
    "basis": BASES,
    "kind": KINDS,
    "bound": BOUNDS,
    "scope": (),
    "note": (),
    "publisher": (),
    "address": (),
    "as_of": (),
}
DATED = ("period", "period_end", "as_of")
THOUSANDS = ("", ",", ".", " ", "'")

_DIRECTIVE = re.compile(r"%(.?)")
_NO_YEAR_FIRST = "%Y-%d-%m"  # reads the ISO dates of spreadsheets as other days


@dataclass(frozen=True)
class Cell:
    """Where one of our columns comes from: a column of the file, or one word for all rows."""

    column: str | None
    fixed: str | None
    words: tuple[tuple[str, str], ...]  # the file's word → ours
    dates: str | None  # ISO, or the pattern its dates are written in

    @property
    def has_day(self) -> bool:
        """Whether its pattern names a day."""
        return self.dates is not None and "%d" in self.dates

    @property
    def has_month(self) -> bool:
        """Whether its pattern names a month."""
        return self.dates is not None and bool(re.search("%[mbB]", self.dates))


@dataclass(frozen=True)
class ValueColumn:
    """One column of figures, how they are written and what they are."""

    column: str
    metric: str | None
    unit: str | None
    basis: str | None
    decimal: str
    thousands: str
    sign: str
    scale: Decimal

    @property
    def example(self) -> str:
        """A number in its spelling."""
        return f"{self.sign}1{self.thousands}234{self.decimal}5"


@dataclass(frozen=True)
class LeftOut:
    """Rows that are no figures of ours: where a column says one of these words."""

    column: str
    words: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class ColumnMapping:
    """One file of config/formats, checked."""

    name: str
    title: str
    cells: tuple[tuple[str, Cell], ...]  # our column → where it comes from
    values: tuple[ValueColumn, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def columns(self) -> list[str]:
        """Every column of the file that it needs, once."""
        cells = [cell.column for _ours, cell in self.cells if cell.column]
        values = [value.column for value in self.values]
        return list(dict.fromkeys([*cells, *values, *(one.column for one in self.left_out)]))

    @property
    def format(self) -> str:
        """The name of the format it makes."""
        return f"{FAMILY}.{self.name}"


def _power_of_ten(value: Any) -> bool:
    return value > 0 and Decimal(value).normalize().as_tuple().digits == (1,)


_CELL_KEYS = {
    "column": Key((str,)),
    "fixed": Key((str,)),
    "words": Key(
        (dict,),
        {},
        rule=lambda v: all(isinstance(word, str) for word in v.values()),
        hint='"the file\'s word" = "ours"',
    ),
    "dates": Key((str,)),
}
_VALUE_KEYS = {
    "column": Key((str,), required=True),
    "metric": Key((str,)),
    "unit": Key((str,), choices=UNITS),
    "basis": Key((str,), choices=BASES),
    "decimal": Key((str,), ".", choices=(".", ",")),
    "thousands": Key((str,), "", choices=THOUSANDS),
    "sign": Key(
        (str,), "", rule=lambda v: not re.search(r"[\d()−-]", v), hint="such as $, without digits"
    ),
    "scale": Key(
        (int, Decimal), 1, rule=_power_of_ten, hint="0.01 for cents, 1000 for thousands: 10^n"
    ),
}
_LEFT_OUT_KEYS = {
    "column": Key((str,), required=True),
    "is": Key(
        (list,),
        required=True,
        rule=lambda v: bool(v) and all(isinstance(word, str) for word in v),
        hint="a list of words",
    ),
    "reason": Key((str,), required=True),
}


def read_mappings(
    root: Path, app_names: Collection[str], problems: Problems
) -> tuple[ColumnMapping, ...]:
    """Every mapping under config/formats of `root`; `app_names` are the folded names of apps."""
    found = []
    for path in sorted((root / FOLDER).glob("*.toml")):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            problems.add(f"config/formats/{path.name}", "", f"it cannot be read: {error}")
            continue
        mapping = read_mapping(path.stem, text, app_names, problems)
        if mapping:
            found.append(mapping)
    return tuple(found)


def read_mapping(
    name: str, text: str, app_names: Collection[str], problems: Problems
) -> ColumnMapping | None:
    """One mapping from its TOML; None when something is wrong with it, which `problems` says."""
    where, before = f"config/formats/{name}.toml", len(problems.found)
    if not ID.fullmatch(name):
        problems.add(where, "", "name the file with a-z, 0-9 and - only")
    try:
        content = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        problems.add(where, "", f"this is not valid TOML: {error}")
        return None
    problems.refuse_unknown_keys(where, "", content, {"title", "columns", "value", "leave_out"})
    title = content.get("title", "")
    if not isinstance(title, str) or not title.strip():
        problems.add(where, "title", "say in a few words what files of it are")
    cells = _read_cells(where, content, app_names, problems)
    values = _read_values(where, content, "metric" in cells, problems)
    left_out = _read_left_out(where, content, problems)
    if len(problems.found) > before:
        return None
    return ColumnMapping(name, str(title), tuple(cells.items()), values, left_out)


def _read_cells(
    where: str, content: dict[str, Any], app_names: Collection[str], problems: Problems
) -> dict[str, Cell]:
    entries, cells = content.get("columns", {}), dict[str, Cell]()
    if not isinstance(entries, dict) or not all(isinstance(one, dict) for one in entries.values()):
        problems.add(where, "columns", 'write app = { column = "App" } or { fixed = "my-app" }')
        return cells
    problems.refuse_unknown_keys(where, "columns", entries, OURS)
    if "period" not in entries:
        problems.add(where, "columns.period", "this key is required")
    for ours in (ours for ours in OURS if ours in entries):
        table = f"columns.{ours}"
        values = problems.read_table(where, table, entries[ours], _CELL_KEYS)
        if values is not None:
            words = tuple((str(theirs), word) for theirs, word in values.pop("words").items())
            cells[ours] = Cell(words=words, **values)
            _check_cell(where, table, ours, cells[ours], app_names, problems)
    return cells


def _check_cell(
    where: str, table: str, ours: str, cell: Cell, app_names: Collection[str], problems: Problems
) -> None:
    if (cell.column is None) == (cell.fixed is None):
        problems.add(where, table, "write either column = … or fixed = …")
    if cell.words and not cell.column:
        problems.add(where, f"{table}.words", "words translate what a column says; name it")
    for word in [cell.fixed or "", *(word for _theirs, word in cell.words)]:
        if word and OURS[ours] and word not in OURS[ours]:
            problems.add_unknown(where, table, word, OURS[ours])
        if word and ours == "app" and word.strip().lower() not in app_names:
            problems.add_unknown(where, table, word, app_names)
    if ours in DATED and cell.column and not cell.dates:
        problems.add(where, f"{table}.dates", 'write "ISO" (2026-10-31) or a pattern: "%d.%m.%Y"')
    if cell.dates and (ours not in DATED or not cell.column):
        problems.add(where, f"{table}.dates", "only a column of dates has it: " + ", ".join(DATED))
    if cell.dates and cell.dates != ISO:
        _check_pattern(where, f"{table}.dates", cell, problems)


def _check_pattern(where: str, place: str, cell: Cell, problems: Problems) -> None:
    pattern = cell.dates or ""
    named = _DIRECTIVE.findall(pattern)
    unknown = [f"%{letter}" for letter in named if letter not in [*"YymdbB"]]
    if unknown:
        problems.add(where, place, f"{unknown[0]} is not read; use %Y %y %m %b %B %d")
    elif len(set(named) & {"Y", "y"}) != 1 or len(set(named)) != len(named):
        problems.add(where, place, "a pattern names its year once, as %Y or %y")
    elif (cell.has_day and not cell.has_month) or pattern == _NO_YEAR_FIRST:
        problems.add(where, place, f"{pattern!r} names no day one can be sure of")
    elif not cell.has_day and "as_of" in place:
        problems.add(where, place, "the day something was said needs %d")


def _read_values(
    where: str, content: dict[str, Any], metric_stated: bool, problems: Problems
) -> tuple[ValueColumn, ...]:
    values: list[ValueColumn] = []
    entries = problems.tables(where, "value", content)
    if not entries:
        problems.add(where, "value", "name at least one column of figures: [[value]]")
    for number, entry in enumerate(entries, start=1):
        table = f"value {entry.get('column', number)}"
        read = problems.read_table(where, table, entry, _VALUE_KEYS)
        if read is None:
            continue
        value = ValueColumn(**{**read, "scale": Decimal(read["scale"])})
        if (value.metric is None) != metric_stated:
            problems.add(where, f"{table}.metric", "say the metric here or in [columns], once")
        if value.decimal == value.thousands:
            problems.add(where, f"{table}.thousands", "must not be the decimal mark too")
        if value.column in [other.column for other in values]:
            problems.add(where, table, "this column is named twice")
        values.append(value)
    return tuple(values)


def _read_left_out(where: str, content: dict[str, Any], problems: Problems) -> tuple[LeftOut, ...]:
    left_out = []
    for number, entry in enumerate(problems.tables(where, "leave_out", content), start=1):
        read = problems.read_table(where, f"leave_out {number}", entry, _LEFT_OUT_KEYS)
        if read is not None:
            left_out.append(LeftOut(read["column"], tuple(read["is"]), read["reason"]))
    return tuple(left_out)
