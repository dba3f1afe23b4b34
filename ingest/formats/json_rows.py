"""A JSON array of objects, or JSON Lines, as batches of text columns.

Numbers stay the text they were written as. The file is read in pieces of whole objects: Arrow reads
a piece when counts prove that it is nothing but flat objects of kinds met before; any other
piece is read value by value, which tells what is wrong and where. Memory is bounded either way.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

import polars as pl

from ingest.content import Text
from ingest.formats import json_exact as exact
from ingest.formats.json_columns import Columns
from ingest.sentences.form import sentence

FIRST_PIECE = 64 * 1024
PIECE = 16 * 1024 * 1024
_BLANKS = exact.BLANKS.encode()


def json_batches(text: Text) -> Iterator[pl.DataFrame]:
    """Batches of String columns, one a key, plus `row_no` (the object's line or place, from 1).

    A batch has the columns that its own objects name. Raises Unreadable for anything that is not a
    flat object without repeated keys, NaN or Infinity, and for more keys than a format has.
    """
    columns = Columns(text.name)
    return (_from_array if text.first == "[" else _from_lines)(text, columns)


def json_elements(text: Text) -> Iterator[tuple[int, Any]]:
    """Each value of an array or of JSON Lines with its place or line from 1, nested ones too.

    Numbers are json_exact.Whole or Number: the text they were written as. Raises Unreadable.
    """
    if text.first == "[":
        return _array_rest(text, _start(text), 0)
    return _line_values(text)


def nesting_batches(values: Iterable[tuple[int, Any]], name: str) -> Iterator[pl.DataFrame]:
    """Numbered objects as batches of String columns, what nests in them as its JSON text.

    Raises Unreadable like json_batches.
    """
    return Columns(name).batches((number, _level(value, number, name)) for number, value in values)


def _level(value: Any, number: int, name: str) -> Any:
    if not isinstance(value, dict):
        return value
    try:
        return {
            key: json.dumps(item, ensure_ascii=False) if isinstance(item, dict | list) else item
            for key, item in value.items()
        }
    except RecursionError:
        exact.refuse(
            sentence(
                "value {number}: {flaw}",
                number=f"{number:,}",
                flaw=sentence("it is nested too deeply"),
            ),
            name,
        )


def _start(text: Text) -> int:
    """The place of the first byte behind the opening bracket of an array."""
    with text.path.open("rb") as handle:
        place = 0
        while block := handle.read(FIRST_PIECE):
            if (found := block.find(b"[")) >= 0:
                return place + found + 1
            place += len(block)
    return place


def _line_values(text: Text) -> Iterator[tuple[int, Any]]:
    with text.path.open(encoding="utf-8", newline="\n") as handle:
        for number, line in enumerate(handle, start=1):
            if line.strip(exact.BLANKS):
                yield number, exact.line_value(line, number, text.name)


def _from_lines(text: Text, columns: Columns) -> Iterator[pl.DataFrame]:
    number = 0
    for piece in _pieces_of_lines(text):
        batch = columns.fast(piece, number, by_line=True)
        if batch is None:
            lines = enumerate(io.StringIO(piece.decode()), start=number + 1)
            values = (
                (n, exact.line_value(x, n, text.name)) for n, x in lines if x.strip(exact.BLANKS)
            )
            yield from columns.batches(values)
        else:
            yield batch
        number += piece.count(b"\n")


def _pieces_of_lines(text: Text) -> Iterator[bytes]:
    with text.path.open("rb") as handle:
        size = FIRST_PIECE
        while block := handle.read(size):
            yield block + handle.readline()
            size = PIECE


def _from_array(text: Text, columns: Columns) -> Iterator[pl.DataFrame]:
    number = 0
    for place, piece in _pieces_of_array(text):
        batch = columns.fast(piece, number, by_line=False)
        if batch is not None:
            yield batch
            number += batch.height
            continue
        values = exact.Sequence(piece.decode(), number, text.name)
        yield from columns.batches(_with_rest(values, text, place))
        if not values.is_whole:
            return
        number = values.number


def _with_rest(values: exact.Sequence, text: Text, place: int) -> Iterator[tuple[int, Any]]:
    """The values of a piece at `place`; all that follow too when the piece ends within one."""
    yield from values
    if not values.is_whole:
        yield from _array_rest(text, place + values.bytes_read, values.number)


def _pieces_of_array(text: Text) -> Iterator[tuple[int, bytes]]:
    """Pieces that look like whole objects between commas, each with its place in the file.

    An empty piece says that the file does not go on so from there.
    """
    place, left, size = _start(text), b"", FIRST_PIECE
    with text.path.open("rb") as handle:
        handle.seek(place)
        while block := handle.read(size):
            left += block
            cut = left.rfind(b"},") if len(block) == size else -1
            if cut >= 0:
                yield place, left[: cut + 1]
                place, left = place + cut + 2, left[cut + 2 :]
            elif len(left) > PIECE:
                break
            size = PIECE
        last = left.rstrip(_BLANKS)
        objects = last[:-1].rstrip(_BLANKS) if last.endswith(b"]") and not handle.read(1) else b""
        yield place, objects if objects.endswith(b"}") else b""


def _array_rest(text: Text, place: int, number: int) -> Iterator[tuple[int, Any]]:
    with text.path.open("rb") as handle:
        handle.seek(place)
        yield from exact.array_values(io.TextIOWrapper(handle, "utf-8"), number, text.name)
