"""The columns of one JSON file: the keys met so far, what each holds, and objects made to columns.

Arrow is trusted with a piece only when counts prove what it would pass over: that the piece is
flat objects, one behind the other, with one comma (or line break) between them and nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.json

from ingest.formats.json_exact import Number, Whole, refuse
from ingest.sentences.form import sentence

MOST_KEYS = 500
MOST_CELLS = 4_000_000  # of one batch: few rows where there are many columns
BATCH_ROWS = 100_000

_TYPES = {"text": pa.string(), "whole": pa.int64(), "flag": pa.bool_(), "number": pa.string()}
_NUMBER = rb"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_MINUS_NOTHING = re.compile(rb"-0\s*[,}]")  # an integer of Arrow's loses the sign
_BETWEEN = re.compile(rb"\},([ \t\r\n]*)\{")


class Columns:
    """The keys of one file, in the order they came, and how to read what they hold."""

    def __init__(self, name: str) -> None:
        self._name = name
        #: Key as written → text, whole, number (or a mix of numbers and text), flag or mixed.
        self._kinds: dict[str, str] = {}

    def flat(self, value: Any, number: int) -> dict[str, Any]:
        """One value as a row of the file.

        Raises Unreadable when it is no object, nests, names a key twice, or one key too many.
        """
        if not isinstance(value, dict):
            refuse(sentence("value {number} is not an object", number=f"{number:,}"), self._name)
        row: dict[str, Any] = {"row_no": number}
        for key, item in value.items():
            if isinstance(item, dict | list):
                refuse(
                    sentence(
                        "value {number}: '{key}' holds a nested value",
                        number=f"{number:,}",
                        key=key,
                    ),
                    self._name,
                )
            if key.strip() in row:
                refuse(
                    sentence(
                        "value {number}: the key '{key}' stands in it twice",
                        number=f"{number:,}",
                        key=key.strip(),
                    ),
                    self._name,
                )
            row[key.strip()] = item
            if key not in self._kinds:
                self._note(key, number)
        return row

    def batches(self, values: Iterable[tuple[int, Any]]) -> Iterator[pl.DataFrame]:
        """Numbered values as frames of bounded size."""
        rows: list[dict[str, Any]] = []
        for number, value in values:
            rows.append(self.flat(value, number))
            if len(rows) >= BATCH_ROWS or len(rows) * len(self._kinds) >= MOST_CELLS:
                yield self.frame(rows)
                rows = []
        if rows:
            yield self.frame(rows)

    def frame(self, rows: list[dict[str, Any]]) -> pl.DataFrame:
        """Rows of `flat` as String columns and `row_no`."""
        numbers = pl.Series("row_no", [row["row_no"] for row in rows], dtype=pl.UInt32)
        keys = dict.fromkeys(key for row in rows for key in row if key != "row_no")
        columns = {"row_no": numbers}
        for key in keys:
            items = [row.get(key) for row in rows]
            held = set(map(type, items)) - {type(None)}
            self._learn(key, held)
            if bool in held:
                items = [_FLAGS.get(x, x) if type(x) is bool else x for x in items]
            columns[key] = pl.Series(key, items, dtype=pl.String)
        return pl.DataFrame(columns)

    def fast(self, piece: bytes, number: int, by_line: bool) -> pl.DataFrame | None:
        """The rows of a piece as `frame` would give them, `number` rows or lines after the first.

        None when it holds anything but flat objects whose keys and kinds were met before.
        """
        objects = piece.count(b"{")
        present = self._readable(piece, objects)
        proven = present and (_lines if by_line else _elements)(piece, objects)
        if not present or not proven:
            return None
        quoted = [key for key, kind in present.items() if kind == "number"]
        table = _arrow(_quoted(proven, quoted), present)
        if table is None or table.num_rows != objects:
            return None
        trimmed = {key: key.strip() for key in present}
        rows = pl.DataFrame(table).cast(pl.String).rename(trimmed)
        numbers = pl.int_range(number + 1, number + objects + 1, dtype=pl.UInt32, eager=True)
        return rows.insert_column(0, numbers.alias("row_no"))

    def _readable(self, piece: bytes, objects: int) -> dict[str, str] | None:
        """The known keys in the piece and their kinds; None when Arrow may not read it."""
        present = {key: kind for key, kind in self._kinds.items() if _written(key) in piece}
        distinct = {"row_no", "", *(key.strip() for key in present)}
        if "mixed" in present.values() or len(distinct) < len(present) + 2:
            return None
        if objects * len(present) > MOST_CELLS or _MINUS_NOTHING.search(piece):
            return None
        return present

    def _note(self, key: str, number: int) -> None:
        self._kinds[key] = ""
        if len(self._kinds) > MOST_KEYS:
            refuse(
                sentence(
                    "value {number} brings the file to more than {most} different keys; no"
                    " format of ours has as many",
                    number=f"{number:,}",
                    most=MOST_KEYS,
                ),
                self._name,
            )

    def _learn(self, trimmed: str, held: Collection[type]) -> None:
        for key in [key for key in self._kinds if key.strip() == trimmed]:
            for item in held:
                self._kinds[key] = _joined(self._kinds[key], _KINDS[item])


_FLAGS = {True: "true", False: "false"}
_KINDS: dict[type, str] = {str: "text", Whole: "whole", Number: "number", bool: "flag"}


def _joined(known: str, new: str) -> str:
    """What a column holds that was known to hold one thing and turns out to hold another too."""
    if known in ("", new):
        return new
    return "mixed" if "flag" in (known, new) or known == "mixed" else "number"


def _written(key: str) -> bytes:
    return json.dumps(key, ensure_ascii=False).encode("utf-8", errors="replace")


def _elements(piece: bytes, objects: int) -> bytes | None:
    """The piece with line breaks for the commas between its objects, when it is nothing else.

    As many opening as closing braces as objects are read: none of them stands in a text.
    """
    if piece.count(b"}") != objects or not piece.lstrip().startswith(b"{"):
        return None
    if piece.count(b"},{") == objects - 1:
        return piece.replace(b"},{", b"}\n{")
    parted, commas = _BETWEEN.subn(rb"}\n\1{", piece)
    return parted if commas == objects - 1 else None


def _lines(piece: bytes, objects: int) -> bytes | None:
    """The piece when each of its lines begins and ends with the braces of its one object."""
    piece = piece.replace(b"\r\n", b"\n").removesuffix(b"\n")
    ends = piece.startswith(b"{") and piece.endswith(b"}")
    breaks = (piece.count(b"\n"), piece.count(b"}\n{"), objects - 1, piece.count(b"}") - 1)
    return piece if ends and len(set(breaks)) == 1 else None


def _quoted(piece: bytes, keys: list[str]) -> bytes:
    """The piece with the numbers of these keys as texts, so that they are kept to the letter."""
    if not keys:
        return piece
    names = b"|".join(re.escape(_written(key)) for key in keys)
    numbers = re.compile(rb"((?:" + names + rb")\s*:\s*)(" + _NUMBER + rb")(?=\s*[,}])")
    return numbers.sub(rb'\1"\2"', piece)


def _arrow(piece: bytes, kinds: dict[str, str]) -> pa.Table | None:
    """The piece read strictly: an unknown key, a key twice, another kind give None."""
    schema = pa.schema([(key, _TYPES.get(kind, pa.string())) for key, kind in kinds.items()])
    try:
        return pyarrow.json.read_json(
            pa.BufferReader(piece),
            read_options=pyarrow.json.ReadOptions(use_threads=False, block_size=len(piece) + 1),
            parse_options=pyarrow.json.ParseOptions(
                explicit_schema=schema, unexpected_field_behavior="error"
            ),
        )
    except pa.ArrowInvalid:
        return None
