"""A JSON array of objects, or JSON Lines, as batches of text columns.

Numbers stay the text they were written as, so nothing is rounded on the way. One value is held at
a time: a file larger than memory is read in bounded memory.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

import polars as pl

from ingest.content import Text
from ingest.unpack import Unreadable

BATCH_ROWS = 100_000
LARGEST_VALUE = 1024 * 1024
BLOCK = 1024 * 1024

_FIX = "mend the file or export it again; nothing of it was loaded"


def json_batches(text: Text) -> Iterator[pl.DataFrame]:
    """Batches of String columns, one a key, plus `row_no` (the object's line or place, from 1).

    Raises Unreadable for anything that is not a flat object without repeated keys, NaN or Infinity.
    """
    rows: list[dict[str, str | None]] = []
    for number, value in _values(text):
        rows.append(_flat(value, number, text.name))
        if len(rows) == BATCH_ROWS:
            yield _frame(rows)
            rows = []
    if rows:
        yield _frame(rows)


def _frame(rows: list[dict[str, str | None]]) -> pl.DataFrame:
    keys = dict.fromkeys(key for row in rows for key in row)
    columns = {key: [row.get(key) for row in rows] for key in keys if key != "row_no"}
    numbers = pl.Series("row_no", [int(row["row_no"] or 0) for row in rows], dtype=pl.UInt32)
    return pl.DataFrame([numbers, *(pl.Series(k, v, dtype=pl.String) for k, v in columns.items())])


def _flat(value: Any, number: int, name: str) -> dict[str, str | None]:
    if not isinstance(value, dict):
        _refuse(f"value {number:,} is not an object", name)
    row: dict[str, str | None] = {"row_no": str(number)}
    for key, item in value.items():
        if isinstance(item, dict | list):
            _refuse(f"value {number:,}: '{key}' holds a nested value", name)
        if isinstance(item, bool):
            item = "true" if item else "false"
        if key.strip() in row:
            _refuse(f"value {number:,}: the key '{key.strip()}' stands in it twice", name)
        row[key.strip()] = item
    return row


def _values(text: Text) -> Iterator[tuple[int, Any]]:
    decoder = json.JSONDecoder(
        object_pairs_hook=_without_repeats,
        parse_float=str,
        parse_int=str,
        parse_constant=_refuse_constant,
    )
    with text.path.open(encoding="utf-8") as handle:
        yield from (_array if text.first == "[" else _lines)(handle, decoder, text.name)


def _lines(handle: TextIO, decoder: json.JSONDecoder, name: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(handle, start=1):
        if line.strip():
            yield number, _decode(decoder, line, number, name)


def _decode(decoder: json.JSONDecoder, line: str, number: int, name: str) -> Any:
    try:
        return decoder.decode(line)
    except json.JSONDecodeError as error:
        _refuse(f"line {number:,} is not a JSON value: {error.msg}, column {error.colno}", name)
    except (ValueError, RecursionError) as error:
        _refuse(f"line {number:,}: {_reason(error)}", name)


def _array(handle: TextIO, decoder: json.JSONDecoder, name: str) -> Iterator[tuple[int, Any]]:
    """The elements of one array, from a window that slides over the file."""
    window, place, number = "", 0, 0
    while block := handle.read(BLOCK):
        if not window and not number:
            block = " " + block.lstrip()[1:]
        window, place = window[place:] + block, 0
        while element := _element(decoder, window, place, number + 1, name):
            value, place, closed = element
            number += 1
            yield number, value
            if closed:
                _refuse_rest(window[place:], handle, name)
                return
        if len(window) - place > LARGEST_VALUE + BLOCK:
            _explain_rest(decoder, window[place:], number + 1, name)
    if number or window[place:].strip() != "]":
        _explain_rest(decoder, window[place:], number + 1, name)


def _element(
    decoder: json.JSONDecoder, window: str, place: int, number: int, name: str
) -> tuple[Any, int, bool] | None:
    """The element at `place`, the place after its comma or bracket, and whether that closed the
    array; None when more text is needed.

    An element counts only with what closes it in sight: `12` may be the beginning of `123`.
    """
    start = _past_blanks(window, place)
    try:
        value, end = decoder.raw_decode(window, start)
    except json.JSONDecodeError:
        return None
    except (ValueError, RecursionError) as error:
        _refuse(f"value {number:,}: {_reason(error)}", name)
    end = _past_blanks(window, end)
    closer = window[end : end + 1]
    if closer and closer not in ",]":
        _refuse(f"value {number:,} is followed by '{closer}', not by a comma or bracket", name)
    return (value, end + 1, closer == "]") if closer else None


def _past_blanks(window: str, place: int) -> int:
    while place < len(window) and window[place] in " \t\r\n":
        place += 1
    return place


def _refuse_rest(rest: str, handle: TextIO, name: str) -> None:
    while not rest.strip() and (rest := handle.read(BLOCK)):
        pass
    if rest.strip():
        _refuse("there is text after the closing bracket of the array", name)


def _explain_rest(decoder: json.JSONDecoder, window: str, number: int, name: str) -> NoReturn:
    try:
        decoder.raw_decode(window.strip())
    except json.JSONDecodeError as error:
        cut_off = error.pos >= len(window.strip()) - 1
        if not cut_off:
            _refuse(f"value {number:,} is not JSON: {error.msg}, character {error.pos + 1:,}", name)
    except (ValueError, RecursionError) as error:
        _refuse(f"value {number:,}: {_reason(error)}", name)
    if len(window) > LARGEST_VALUE:
        _refuse(f"value {number:,} is longer than {LARGEST_VALUE // 1024:,} KiB", name)
    _refuse(f"the array is cut off after value {number - 1:,}", name)


def _reason(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) != len(pairs):
        keys = [key for key, _value in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise ValueError(f"the key '{twice[0]}' stands in it twice")
    return row


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(f"{word} is not a number JSON has")


def _refuse(reason: str, name: str) -> NoReturn:
    raise Unreadable(reason, name, _FIX)
