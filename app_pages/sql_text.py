"""A query of this folder with its parameters written in, as anybody can run it in a SQL client."""

import re
from datetime import date
from typing import Any

from app_pages import reader

_PARAMETER = re.compile(r"\$(\w+)")


def asked(knowledge_date: date | None, *queries: tuple[str, dict[str, Any]]) -> str:
    """The queries one after the other, with what was asked and the day it was asked for."""
    day = "null" if knowledge_date is None else literal(knowledge_date)
    texts = [f"set variable as_of = {day};"]
    texts += [f"{_filled(name, parameters)};" for name, parameters in queries]
    return "\n\n".join(texts)


def _filled(name: str, parameters: dict[str, Any]) -> str:
    text = reader.query(name).rstrip()
    return _PARAMETER.sub(lambda found: literal(parameters[found[1]]), text)


def literal(value: Any) -> str:
    """A value as SQL writes it."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return f"date '{value.isoformat()}'"
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)
