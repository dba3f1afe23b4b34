"""A query string, read into what is asked of one table; every name and value in it is checked."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from api.errors import Refused
from warehouse import catalogue, clock
from warehouse.catalogue import Column, Table

VERSION = r"[0-9]{8}T[0-9]{12}"
#: Parameters that are no filter. A column of such a name is filtered as name.eq.
OWN = ("as_of", "columns", "order", "limit", "offset", "version")
OPERATORS = ("eq", "ne", "lt", "le", "gt", "ge", "in", "null", "contains")
#: Marks invented figures, so it is part of every answer of a table that has it.
MARK = "illustrative"
MOST_PARAMETERS = 200

_DIGITS = re.compile(r"[+-]?\d{1,20}(\.\d{1,10})?", re.A)
_EXPONENT = re.compile(r"[+-]?\d{1,40}(\.\d{1,40})?([eE][+-]?\d{1,3})?", re.A)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.A)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?)?", re.A)
_COUNT = re.compile(r"\d{1,9}", re.A)
_TRUTH = {"true": True, "false": False}


@dataclass(frozen=True)
class Filter:
    """One condition a row must meet: column, operator, and the values in the column's type."""

    column: Column
    operator: str
    values: tuple[Any, ...]


@dataclass(frozen=True)
class Question:
    """What is asked of one table."""

    table: Table
    filters: tuple[Filter, ...] = ()
    columns: tuple[Column, ...] = ()
    order: tuple[tuple[str, bool], ...] = ()
    limit: int | None = None
    offset: int = 0
    as_of: date | None = None


@dataclass
class _Read:
    own: dict[str, str] = field(default_factory=dict)
    filters: dict[tuple[str, str], list[str]] = field(default_factory=dict)


def read(table: Table, parameters: list[tuple[str, str]]) -> Question:
    """The question a query string asks of a table.

    Raises Refused, naming the parameter, for anything it does not know or cannot read.
    """
    if len(parameters) > MOST_PARAMETERS:
        fix = "Ask for a smaller part, or filter what you get."
        raise bad(f"These are more than {MOST_PARAMETERS} parameters", "the address", fix)
    parts = _sorted_out(table, parameters)
    own = parts.own
    return Question(
        table,
        tuple(_filter(table, *key, values) for key, values in parts.filters.items()),
        _columns(table, own.get("columns")),
        _order(table, own.get("order")),
        count(own["limit"], "limit", least=1) if "limit" in own else None,
        count(own.get("offset", "0"), "offset", least=0),
        _known_on(table, own.get("as_of")),
    )


def _sorted_out(table: Table, parameters: list[tuple[str, str]]) -> _Read:
    parts = _Read()
    for name, value in parameters:
        if name in OWN:
            if name in parts.own:
                raise bad(f"{name} is given twice", name, "Give it once.")
            parts.own[name] = value
            continue
        column, _dot, operator = name.partition(".")
        operator = operator or "eq"
        if operator not in OPERATORS:
            raise bad(f"{operator!r} is no operator", name, f"Known are: {', '.join(OPERATORS)}.")
        parts.filters.setdefault((column, operator), []).append(value)
    return parts


def _column(table: Table, name: str, where: str) -> Column:
    """The column of that name; `app` is understood as `app_id`."""
    known = {column.name: column for column in table.columns}
    found = known.get(name) or known.get(f"{name}_id")
    if found:
        return found
    near = get_close_matches(name, [*known, *OWN], 1, 0.5)
    meant = f"The nearest is {near[0]!r}. " if near else ""
    fix = f"{meant}{table.name} has: {', '.join(known)}."
    raise Refused(400, "unknown_column", f"{table.name} has no column {name!r}", where, fix)


def _filter(table: Table, name: str, operator: str, texts: list[str]) -> Filter:
    where = name if operator == "eq" else f"{name}.{operator}"
    column = _column(table, name, where)
    if operator == "null":
        return Filter(column, operator, tuple(_truth(text, where) for text in texts))
    if operator == "in":
        texts = [part for text in texts for part in text.split(",")]
    listed = column.kind.endswith("[]")
    if listed != (operator == "contains") and (listed or column.kind != "VARCHAR"):
        allowed = "contains and null" if listed else "eq, ne, in, lt, le, gt, ge and null"
        raise bad(f"{column.name} cannot be asked by {operator}", where, f"Use {allowed}.")
    return Filter(column, operator, tuple(_value(column, text, where) for text in texts))


def _value(column: Column, text: str, where: str) -> Any:
    kind = column.kind
    if kind.startswith("ENUM("):
        return _word(kind, text, where)
    if kind == "BOOLEAN":
        return _truth(text, where)
    if kind == "DATE":
        return _day(text, where)
    if kind == "TIMESTAMP":
        return _moment(text, where)
    if is_number(kind):
        return _number(text, where)
    return text


def version_name(text: str | None) -> str | None:
    """The name of a version.

    Raises Refused for a text that names none.
    """
    if text is not None and not re.fullmatch(VERSION, text):
        raise bad(f"{text!r} is no name of a version", "version", "Leave it out for the newest.")
    return text


def is_number(kind: str) -> bool:
    """Whether a type of DuckDB's holds numbers."""
    named = ("DOUBLE", "FLOAT", "INTEGER")
    return kind.startswith("DECIMAL") or kind.endswith("INT") or kind in named


def _number(text: str, where: str) -> Decimal | float:
    """Exact as written in digits; with an exponent, as near as a float comes."""
    if _DIGITS.fullmatch(text):
        return Decimal(text)
    if _EXPONENT.fullmatch(text):
        return float(text)
    raise bad(f"{text!r} is no number", where, "Write it in digits, as 1234.5.")


def words(kind: str) -> list[str]:
    """The words of a closed list, from its type as DuckDB writes it."""
    return [word.replace("''", "'") for word in re.findall(r"'((?:[^']|'')*)'", kind)]


def _word(kind: str, text: str, where: str) -> str:
    known = words(kind)
    if text not in known:
        raise bad(f"{text!r} never stands there", where, f"It is one of: {', '.join(known)}.")
    return text


def _truth(text: str, where: str) -> bool:
    if text not in _TRUTH:
        raise bad(f"{text!r} is neither true nor false", where, "Write true or false.")
    return _TRUTH[text]


def _day(text: str, where: str) -> date:
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise bad(f"{text!r} is not a day", where, "Write it as YYYY-MM-DD.")


def _moment(text: str, where: str) -> datetime:
    try:
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise bad(f"{text!r} is not a moment", where, "Write it in UTC as YYYY-MM-DDTHH:MM:SS.")


def _columns(table: Table, text: str | None) -> tuple[Column, ...]:
    if text is None:
        return tuple(table.columns)
    names = {_column(table, name.strip(), "columns").name for name in text.split(",")}
    asked = [_column(table, name.strip(), "columns") for name in text.split(",")]
    marks = [column for column in table.columns if column.name == MARK and MARK not in names]
    return tuple(dict.fromkeys([*asked, *marks]))


def _order(table: Table, text: str | None) -> tuple[tuple[str, bool], ...]:
    if text is None:
        return ()
    parts = [part.strip() for part in text.split(",")]
    return tuple(
        (_column(table, part.removeprefix("-"), "order").name, part.startswith("-"))
        for part in parts
    )


def count(text: str, where: str, *, least: int) -> int:
    """The number of rows a text names.

    Raises Refused for anything but a whole number from `least` on.
    """
    if not (_COUNT.fullmatch(text) and int(text) >= least):
        raise bad(f"{text!r} is no number of rows", where, f"Write a whole number from {least}.")
    return int(text)


def past_day(text: str) -> date:
    """The knowledge date a text names.

    Raises Refused for a day that is still to come.
    """
    day = _day(text, "as_of")
    if day > clock.today():
        fix = f"The newest is {clock.today()}. To filter a column, write as_of.le."
        raise bad(f"{day} is still to come, and nothing is known of it", "as_of", fix)
    return day


def _known_on(table: Table, text: str | None) -> date | None:
    if text is None:
        return None
    day = past_day(text)
    if table.name not in catalogue.dated():
        fix = "Leave as_of out; to filter a column of that name, write as_of.eq."
        raise bad(f"{table.name} says what is so now and keeps no past", "as_of", fix)
    return day


def bad(problem: str, where: str, fix: str) -> Refused:
    """A parameter that is unknown or cannot be read."""
    return Refused(400, "bad_parameter", problem, where, fix)
