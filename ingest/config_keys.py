"""The keys each configuration table may hold, and the collector of everything wrong with them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ingest.vocabulary import BASES, COUNTRIES, FORMATS, GRAINS, KINDS, PLATFORMS, UNITS

#: Where the day comes from that a file's figures were said on, when no date is configured.
AS_OF_RULES = ("column", "file name", "file time", "fetched")

#: How the text of a source's files may be encoded where their bytes do not show it.
ENCODINGS = ("gbk", "gb18030", "big5")

ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True)
class Key:
    """One permitted key: its types, its value when left out, and what a value must be."""

    types: tuple[type, ...]
    default: Any = None
    required: bool = False
    rule: Callable[[Any], bool] = lambda value: True
    hint: str = ""
    choices: Collection[str] = ()
    quiet: bool = False  # its value may hold a secret, so that no message repeats it


def _words(value: Any) -> bool:
    return all(isinstance(item, str) and item.strip() for item in value)


def _texts(value: Any) -> bool:
    return all(isinstance(item, str) for item in value.values())


APP_KEYS = {
    "id": Key((str,), required=True, rule=lambda v: bool(ID.fullmatch(v)), hint="a-z, 0-9 and -"),
    "name_en": Key((str,), required=True),
    "name_zh": Key((str,)),
    "kind": Key((str,), "app", choices=("app", "company", "model", "market", "rate")),
    "publisher": Key((str,)),
    "ticker": Key((str,)),
    "tracked": Key((bool,), False),
    "colour": Key(
        (str,), rule=lambda v: bool(re.fullmatch(r"#[0-9a-fA-F]{6}", v)), hint="like #1f77b4"
    ),
    "aliases": Key((list,), (), rule=_words, hint="a list of names"),
    "listings": Key((dict,), {}),
}

HEADLINE_KEYS = {
    "app": Key((str,), required=True),
    "metric": Key((str,), "revenue"),
    "period": Key((str,), required=True),
    "issuer": Key((str,), required=True),
}

SOURCE_KEYS = {
    "id": Key((str,), required=True, rule=lambda v: bool(ID.fullmatch(v)), hint="a-z, 0-9 and -"),
    "enabled": Key((bool,), True),
    "illustrative": Key((bool,), False),
    "producer": Key((str,), required=True),
    "files": Key((list,), (), rule=_words, hint="a list of paths or addresses", quiet=True),
    "headers": Key((dict,), {}, rule=_texts, hint='name = "text"', quiet=True),
    "query": Key((dict,), {}, rule=_texts, hint='name = "text"', quiet=True),
    "options": Key((dict,), {}, rule=_texts, hint='name = "text"', quiet=True),
    "page": Key((str,)),
    "next": Key((str,)),
    "private": Key((bool,), False),
    "max_mb": Key((int,), 2048, rule=lambda v: v > 0, hint="a number of megabytes"),
    "calls_per_day": Key((int,), rule=lambda v: v > 0, hint="a number of calls"),
    "calls_per_minute": Key((int,), rule=lambda v: v > 0, hint="a number of calls"),
    "address": Key((str,)),
    "licence": Key((str,), ""),
    "format": Key(
        (str,), required=True, choices=[*FORMATS, *(name.partition(".")[0] for name in FORMATS)]
    ),
    "unit": Key((str,), choices=UNITS),
    "basis": Key((str,), choices=BASES),
    "kind": Key((str,), "estimate", choices=KINDS),
    "metrics": Key((list,), ("revenue", "downloads", "mau"), rule=_words, hint="a list of metrics"),
    "app": Key((str,)),
    "grain": Key((str,), choices=GRAINS),
    "platform": Key((str,), choices=PLATFORMS),
    "country": Key((str,), choices=COUNTRIES),
    "covers": Key((str,), ""),
    "schedule": Key((str,), "0 6 * * *"),
    "max_age_days": Key((int,), rule=lambda v: v > 0, hint="a number of days"),
    "rank": Key((int,), 100),
    "ranks": Key(
        (dict,),
        {},
        rule=lambda v: all(type(rank) is int for rank in v.values()),
        hint="metric = whole number",
    ),
    "rejected_share": Key(
        (int, float), 0.0, rule=lambda v: 0 <= v < 1, hint="0 up to, not including, 1"
    ),
    "as_of": Key(
        (str, date),
        "column",
        rule=lambda v: isinstance(v, date) or v in AS_OF_RULES,
        hint="one of " + ", ".join(f"'{rule}'" for rule in AS_OF_RULES) + ", or a date",
    ),
    "undated_as_of": Key((date,)),
    "vendor_model": Key((str,)),
    "encoding": Key((str,), choices=ENCODINGS),
    "other_apps": Key((str,), "ask", choices=("ask", "leave out")),
}


def nearest(word: str, known: Collection[str]) -> str:
    """' - did you mean X?' for the known word nearest to `word`, or what is known."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    if close:
        return f"did you mean '{close[0]}'?"
    listed = sorted(known)
    more = "" if len(listed) <= 30 else f" … ({len(listed)} in all)"
    return "known: " + ", ".join(listed[:30]) + more


@dataclass
class Problems:
    """Collects what is wrong instead of stopping at the first."""

    found: list[str] = field(default_factory=list)

    def add(self, where: str, key: str, problem: str) -> None:
        """Note one problem of one key."""
        self.found.append(f"{where}: {key}: {problem}" if key else f"{where}: {problem}")

    def add_unknown(self, where: str, key: str, value: str, known: Collection[str]) -> None:
        """Note a value that is not one of the known ones, with the nearest."""
        self.add(where, key, f"'{value}' is not known; {nearest(value, known)}")

    def refuse_unknown_keys(
        self, where: str, table: str, entry: dict[str, Any], known: Collection[str]
    ) -> None:
        """Note every key that nothing reads; a misspelt key must not be ignored."""
        for key in entry:
            if key not in known:
                self.add_unknown(where, f"{table}.{key}" if table else key, key, known)

    def tables(self, where: str, name: str, content: dict[str, Any]) -> list[dict[str, Any]]:
        """The `[[name]]` tables of a file."""
        entries = content.get(name, [])
        if isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries):
            return entries
        self.add(where, name, f"write it as [[{name}]] tables")
        return []

    def read_table(
        self, where: str, table: str, entry: dict[str, Any], keys: dict[str, Key]
    ) -> dict[str, Any] | None:
        """The table's values with defaults filled in, or None when something is wrong with it."""
        before = len(self.found)
        self.refuse_unknown_keys(where, table, entry, keys)
        values = {name: self._value(where, table, name, entry, key) for name, key in keys.items()}
        return values if len(self.found) == before else None

    def _value(self, where: str, table: str, name: str, entry: dict[str, Any], key: Key) -> Any:
        place = f"{table}.{name}"
        if name not in entry:
            if key.required:
                self.add(where, place, "this key is required")
            return key.default
        value = entry[name]
        if value == "" and not key.required:
            return key.default
        shown = "what stands there" if key.quiet else repr(value)
        allowed = type(value) in key.types
        if not allowed:
            kinds = " or ".join(kind.__name__ for kind in key.types)
            self.add(where, place, f"{shown} is not of type {kinds}")
        elif key.choices and value not in key.choices:
            self.add_unknown(where, place, value, key.choices)
        elif value == "" or not key.rule(value):
            self.add(where, place, f"{shown} cannot be used; {key.hint or 'write a text'}")
        return tuple(value) if isinstance(value, list) else value
