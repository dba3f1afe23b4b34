"""JSON read value by value and to the letter: numbers stay the text they were written as.

Slow and exact: what is wrong is told with the number of the value. One value is held at a time,
so a file larger than memory is read in bounded memory.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

from ingest.sentences.form import Sentence, sentence
from ingest.unpack import Unreadable

LARGEST_VALUE = 1024 * 1024
BLOCK = 1024 * 1024
#: What may stand between values; other blanks of Unicode may not.
BLANKS = " \t\r\n"
MOST_DIGITS = 18  # of an integer of 64 bits, whatever they are

_FIX = sentence("mend the file or export it again; nothing of it was loaded")
_HALF = re.compile(r"\\u[dD][89a-fA-F]")  # may be half of a pair, or stand alone
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


class Whole(str):
    """The text of a number without point or exponent, of MOST_DIGITS at most."""


class Number(str):
    """The text of any other number."""


def refuse(reason: Sentence, name: str) -> NoReturn:
    """Raise Unreadable: the file as a whole is refused for this reason."""
    raise Unreadable(reason, name, _FIX)


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len({key.strip() for key in row}) != len(pairs):
        keys = [key.strip() for key, _value in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise ValueError(sentence("the key '{key}' stands in it twice", key=twice[0]))
    return row


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(sentence("{word} is not a number JSON has", word=word))


def _integer(text: str) -> str:
    return Whole(text) if len(text) <= MOST_DIGITS else Number(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_without_repeats,
    parse_float=Number,
    parse_int=_integer,
    parse_constant=_refuse_constant,
)


def document(text: str, name: str) -> Any:
    """The one value that a whole text is.

    Raises Unreadable when it is none, or one that repeats a key or holds NaN, Infinity or half a
    character.
    """
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        refuse(
            sentence(
                "line {line} is not JSON: {why}, column {column_no}",
                line=f"{error.lineno:,}",
                why=error.msg,
                column_no=error.colno,
            ),
            name,
        )
    except (ValueError, RecursionError) as error:
        refuse(_reason(error), name)
    if half := _half(text):
        line, character = half
        refuse(
            sentence(
                "line {line} holds half a character ({half})", line=f"{line:,}", half=character
            ),
            name,
        )
    return value


def _half(text: str, start: int = 0, end: int | None = None) -> tuple[int, str] | None:
    """The line and the half of a pair of UTF-16 that stands alone in a text of valid JSON."""
    end = len(text) if end is None else end
    if not _HALF.search(text, start, end):
        return None
    for written in _TEXT.finditer(text, start, end):
        try:
            json.loads(written[0]).encode()
        except UnicodeEncodeError as error:
            line = text.count("\n", start, written.start()) + 1
            return line, f"\\u{ord(error.object[error.start]):x}"
    return None


def line_value(line: str, number: int, name: str) -> Any:
    """The one value of a line of JSON Lines. Raises Unreadable naming the line."""
    try:
        value = _DECODER.decode(line)
    except json.JSONDecodeError as error:
        refuse(
            sentence(
                "line {line} is not a JSON value: {why}, column {column_no}",
                line=f"{number:,}",
                why=error.msg,
                column_no=error.colno,
            ),
            name,
        )
    except (ValueError, RecursionError) as error:
        refuse(sentence("line {line}: {flaw}", line=f"{number:,}", flaw=_reason(error)), name)
    if half := _half(line):
        refuse(
            sentence(
                "line {line} holds half a character ({half})", line=f"{number:,}", half=half[1]
            ),
            name,
        )
    return value


class Sequence:
    """The numbered values of a text of values between commas, which may be cut at any place.

    What is whole in it is given, but for a value that closes the array. Iterate once; raises
    Unreadable. Afterwards `number` is that of the last value.
    """

    def __init__(self, text: str, number: int, name: str) -> None:
        self._text = text + "]"
        self._name = name
        self.number = number
        self._read = 0

    @property
    def is_whole(self) -> bool:
        """Whether the text was nothing but whole values."""
        return self._read == len(self._text)

    @property
    def bytes_read(self) -> int:
        """How much of the text the values took, with the comma behind each."""
        return len(self._text[: self._read].encode())

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        while found := _element(self._text, self._read, self.number + 1, self._name):
            value, end, closed = found
            if closed and end < len(self._text):
                return
            self.number, self._read = self.number + 1, end
            yield self.number, value
            if closed:
                return


def array_values(handle: TextIO, number: int, name: str) -> Iterator[tuple[int, Any]]:
    """The values of an array, from a window that slides over the file.

    The handle stands behind the opening bracket, or behind the comma after value `number`.
    """
    window, place = "", 0
    while block := handle.read(BLOCK):
        window, place = window[place:] + block, 0
        while found := _element(window, place, number + 1, name):
            value, place, closed = found
            number += 1
            yield number, value
            if closed:
                _refuse_rest(window[place:], handle, name)
                return
        if len(window) - place > LARGEST_VALUE + BLOCK:
            _explain_rest(window[place:], number + 1, name)
    if number or window[place:].strip(BLANKS) != "]":
        _explain_rest(window[place:], number + 1, name)


def _element(window: str, place: int, number: int, name: str) -> tuple[Any, int, bool] | None:
    """The value at `place`, the place after its comma or bracket, and whether that closed the
    array; None when more text is needed.

    A value counts only with what closes it in sight: `12` may be the beginning of `123`.
    """
    start = _past_blanks(window, place)
    try:
        value, end = _DECODER.raw_decode(window, start)
    except json.JSONDecodeError:
        return None
    except (ValueError, RecursionError) as error:
        refuse(sentence("value {number}: {flaw}", number=f"{number:,}", flaw=_reason(error)), name)
    if half := _half(window, start, end):
        refuse(
            sentence(
                "value {number} holds half a character ({half})", number=f"{number:,}", half=half[1]
            ),
            name,
        )
    end = _past_blanks(window, end)
    closer = window[end : end + 1]
    if closer and closer not in ",]":
        refuse(
            sentence(
                "value {number} is followed by '{mark}', not by a comma or bracket",
                number=f"{number:,}",
                mark=closer,
            ),
            name,
        )
    return (value, end + 1, closer == "]") if closer else None


def _past_blanks(window: str, place: int) -> int:
    while place < len(window) and window[place] in BLANKS:
        place += 1
    return place


def _refuse_rest(rest: str, handle: TextIO, name: str) -> None:
    while not rest.strip(BLANKS) and (rest := handle.read(BLOCK)):
        pass
    if rest.strip(BLANKS):
        refuse(sentence("there is text after the closing bracket of the array"), name)


def _explain_rest(window: str, number: int, name: str) -> NoReturn:
    try:
        _DECODER.raw_decode(window.strip(BLANKS))
    except json.JSONDecodeError as error:
        if window.strip(BLANKS).startswith("]"):
            refuse(
                sentence(
                    "value {number} is not JSON: a comma stands before the bracket",
                    number=f"{number:,}",
                ),
                name,
            )
        open_text = error.msg.startswith("Unterminated string")
        cut_off = open_text or error.pos >= len(window.strip(BLANKS)) - 1
        if not cut_off:
            refuse(
                sentence(
                    "value {number} is not JSON: {why}, character {character}",
                    number=f"{number:,}",
                    why=error.msg,
                    character=f"{error.pos + 1:,}",
                ),
                name,
            )
    except (ValueError, RecursionError) as error:
        refuse(sentence("value {number}: {flaw}", number=f"{number:,}", flaw=_reason(error)), name)
    if len(window) > LARGEST_VALUE:
        refuse(
            sentence(
                "value {number} is longer than {most} KiB",
                number=f"{number:,}",
                most=f"{LARGEST_VALUE // 1024:,}",
            ),
            name,
        )
    refuse(sentence("the array is cut off after value {number}", number=f"{number - 1:,}"), name)


def _reason(error: Exception) -> Sentence:
    """Why a value is none; what Python itself says of it has no form."""
    if isinstance(error, RecursionError):
        return sentence("it is nested too deeply")
    return Sentence(str(error))
