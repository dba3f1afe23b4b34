"""Secrets: read from the environment or config/secrets.toml, and kept out of every text.

Wherever text leaves the tracker, each secret's value is replaced by its name, in whatever spelling
an address or a JSON text gives it.
"""

from __future__ import annotations

import json
import logging
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

from ingest.fetching.problems import NotFetched

FILE = "config/secrets.toml"
#: A shorter secret would be found in any text by chance.
SHORTEST = 6

_NAMED = re.compile(r"\{secret:([A-Za-z_][A-Za-z0-9_]*)\}")
_READ_BY_OTHERS = 0o004


class Secrets:
    """The secrets one run may need, by name."""

    def __init__(self, root: Path) -> None:
        self._path = root / FILE
        self._values = self._read()
        self._spellings: dict[str, str] = {}
        for name, value in self._values.items():
            self._keep(name, value)

    def fill(self, text: str, quoted: bool = False) -> str:
        """The text with each `{secret:NAME}` in it; `quoted` as an address spells it.

        Raises NotFetched for a secret nobody has set.
        """

        def value(match: re.Match[str]) -> str:
            secret = self._value(match[1])
            return quote(secret, safe="") if quoted else secret

        return _NAMED.sub(value, text)

    def keep_out(self, name: str, value: str) -> None:
        """Keep a text made of a secret out of texts too, such as a header that encodes it."""
        self._keep(name, value)

    def scrub(self, text: str) -> str:
        """The text with each secret's value replaced by its name."""
        return _replaced(text, self._spellings)

    def scrubbed(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """The blocks with each secret's value overwritten, also where two blocks part it."""
        values = [value.encode() for value in self._spellings]
        longest = max(map(len, values), default=1)
        held = b""
        for block in blocks:
            held += block
            for value in values:
                held = held.replace(value, b"*" * len(value))
            sure = max(0, len(held) - longest + 1)
            yield held[:sure]
            held = held[sure:]
        yield held

    def _value(self, name: str) -> str:
        value = os.environ.get(name) or self._values.get(name)
        if not value:
            raise NotFetched(
                f"the secret {name} is not set",
                "config/sources.toml",
                f"set the environment variable {name}, or write {name} into {FILE}",
            )
        self._keep(name, value)
        return value

    def _keep(self, name: str, value: str) -> None:
        if len(value) < SHORTEST:
            raise NotFetched(
                f"the secret {name} has fewer than {SHORTEST} characters",
                FILE,
                "it could not be told from other text to keep it out of; use a longer one",
            )
        for spelling in _spellings(value):
            self._spellings[spelling] = name
        longest_first = sorted(self._spellings.items(), key=lambda item: -len(item[0]))
        self._spellings = dict(longest_first)
        _keep_out_of_logs(self._spellings)

    def _read(self) -> dict[str, str]:
        try:
            values = tomllib.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            values = {"": None}
        if not all(isinstance(value, str) and value for value in values.values()):
            raise NotFetched(
                "the file of secrets cannot be read", FILE, 'write lines of the form NAME = "value"'
            )
        if os.name == "posix" and self._path.stat().st_mode & _READ_BY_OTHERS:
            logging.getLogger("ingest").warning(
                "everybody on this machine may read %s; forbid it: chmod 600 %s", FILE, FILE
            )
        return values


def _spellings(value: str) -> set[str]:
    """The value as texts, addresses and JSON texts write it."""
    encoded = json.dumps(value)[1:-1]
    plain = {value, quote(value, safe=""), quote(value), quote_plus(value)}
    return plain | {encoded, encoded.replace("/", "\\/")}


def _replaced(text: str, spellings: dict[str, str]) -> str:
    for value, name in spellings.items():
        text = text.replace(value, f"{{secret:{name}}}")
    return text


#: Every secret this process has met; libraries log addresses and headers whole.
_MET: dict[str, str] = {}


def _keep_out_of_logs(spellings: dict[str, str]) -> None:
    """Scrub every log record of this process, those of libraries included, from now on."""
    if not _MET:
        before = logging.getLogRecordFactory()

        def scrubbed(*arguments: Any, **named: Any) -> logging.LogRecord:
            record = before(*arguments, **named)
            said = record.getMessage()
            if (clean := _replaced(said, _MET)) != said:
                record.msg, record.args = clean, ()
            return record

        logging.setLogRecordFactory(scrubbed)
    _MET.update(spellings)
