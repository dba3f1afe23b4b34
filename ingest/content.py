"""A landed file's content as clean UTF-8 text: unpacked, decoded, and refused when it lies.

What a file is shows in its bytes (gzip's magic number, a byte order mark), never in its name.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.sentences.form import sentence
from ingest.unpack import Unreadable, blocks, is_gzip, is_zip

LONGEST_LINE = 8 * 1024 * 1024
DELIMITERS = ",\t;"

_REPLACED = "\ufffd".encode()

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Text:
    """A file of clean UTF-8 text, without byte order mark, NUL or endless line."""

    path: Path
    name: str
    lines: int  # the last one may lack its line break
    delimiter: str  # what parts the columns of its first line, should it be a table
    separators: int  # delimiters in the whole file
    quotes: int  # double quotes in the whole file
    bare_returns: int  # carriage returns without a line feed behind them
    first: str  # its first character that is not blank

    @property
    def is_json(self) -> bool:
        """Whether its first character opens a JSON value."""
        return self.first in "[{"


def read_text(landed: Path, name: str, work: Path, told: str | None = None) -> Text:
    """Unpack and decode `landed`; plain UTF-8 is used where it lies, else a copy goes to `work`.

    `told` is the encoding its source names for bytes that do not show what they are, else UTF-8.
    Raises Unreadable with the reason, the place and the fix.
    """
    packed = is_gzip(landed) or is_zip(landed)
    content = blocks(landed, name)
    first = next(content, b"")
    if not first:
        raise Unreadable(
            sentence("the file is empty"), name, sentence("export it again; nothing was loaded")
        )
    mark, encoding = _encoding(first, told)
    whole = _chain(first[len(mark) :], content)
    clean = _as_utf8(whole) if encoding == "utf-8" else _recoded(whole, encoding)
    copy = work / "content.txt" if packed or mark or encoding != "utf-8" else None
    try:
        return _checked(clean, copy or landed, name, keep=copy is not None)
    except _Undecodable as error:
        line = _line_of(len(mark) + error.place, encoding, blocks(landed, name))
        raise Unreadable(
            sentence(
                "the text is not {encoding}: byte {byte}, in line {line}, cannot be decoded",
                encoding=encoding.upper(),
                byte=f"{error.place:,}",
                line=f"{line:,}",
            ),
            name,
            sentence("save the file as UTF-8 (or UTF-16 with a byte order mark) and drop it again"),
        ) from error


class _Undecodable(Exception):
    """A byte that the encoding does not have, by its place behind the byte order mark."""

    def __init__(self, place: int) -> None:
        super().__init__(place)
        self.place = place


def _line_of(place: int, encoding: str, content: Iterator[bytes]) -> int:
    """The line, from 1, that the byte at `place` stands in."""
    decoder, line = codecs.getincrementaldecoder(encoding)("replace"), 1
    for block in content:
        line += decoder.decode(block[:place]).count("\n")
        place -= len(block)
        if place <= 0:
            break
    return line


def read_head(path: Path, name: str, work: Path, told: str | None = None) -> Text:
    """The first block of a file's text, copied to `work`; enough to know its format by.

    Raises Unreadable when it is empty or its wrapping is damaged.
    """
    first = next(blocks(path, name), b"")
    mark, encoding = _encoding(first, told)
    whole_characters = first[len(mark) :].decode(encoding, errors="ignore").encode()
    return _checked(iter([whole_characters]), work / "head.txt", name, keep=True)


def _encoding(head: bytes, told: str | None) -> tuple[bytes, str]:
    """The byte order mark and the encoding: what the bytes show, else what was told, else UTF-8.

    UTF-16 without a mark shows by the NUL beside each of its first letters; no other text has it.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return mark, encoding
    pairs = head[:16]
    if len(pairs) >= 4 and len(head) % 2 == 0:
        if not any(pairs[1::2]) and all(pairs[0::2]):
            return b"", "utf-16-le"
        if not any(pairs[0::2]) and all(pairs[1::2]):
            return b"", "utf-16-be"
    return b"", told or "utf-8"


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _as_utf8(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """The blocks as they are, once their text is known to be UTF-8."""
    decoder, done = codecs.getincrementaldecoder("utf-8")(), 0
    for block in blocks:
        pending = decoder.getstate()[0]
        if pending or not block.isascii():
            _decode(decoder, block, done - len(pending))
        done += len(block)
        yield block
    _decode(decoder, b"", done - len(decoder.getstate()[0]), final=True)


def _recoded(blocks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    decoder, done = codecs.getincrementaldecoder(encoding)(), 0
    for block in blocks:
        pending = len(decoder.getstate()[0])
        yield _decode(decoder, block, done - pending).encode()
        done += len(block)
    yield _decode(decoder, b"", done - len(decoder.getstate()[0]), final=True).encode()


def _decode(
    decoder: codecs.IncrementalDecoder, block: bytes, done: int, final: bool = False
) -> str:
    """The text of a block, `done` bytes behind the first that the decoder has yet to give."""
    try:
        return decoder.decode(block, final)
    except UnicodeDecodeError as error:
        raise _Undecodable(done + error.start) from error


def _checked(content: Iterator[bytes], path: Path, name: str, keep: bool) -> Text:
    """Count what the readers need, refuse what no text file of ours has; copy when asked."""
    tally = _Tally(name)
    target = path.open("wb") if keep else nullcontext()
    with target as copy:
        for block in content:
            tally.add(block)
            if copy:
                copy.write(block)
    if not tally.first:
        raise Unreadable(
            sentence("the file holds only blanks"),
            name,
            sentence("export it again; nothing was loaded"),
        )
    if tally.bare_returns and not tally.breaks:
        raise Unreadable(
            sentence("row 1 and all others end in a bare carriage return"),
            name,
            sentence("save it with line feeds (LF or CRLF)"),
        )
    return Text(
        path,
        name,
        tally.breaks + (not tally.last.endswith(b"\n")),
        tally.delimiter.decode(),
        tally.separators,
        tally.quotes,
        tally.bare_returns,
        tally.first.decode("latin-1"),
    )


@dataclass
class _Tally:
    """What was counted in the blocks of one file so far."""

    name: str
    first: bytes = b""
    delimiter: bytes = b","
    last: bytes = b""
    breaks: int = 0
    since_break: int = 0
    separators: int = 0
    quotes: int = 0
    bare_returns: int = 0

    def add(self, block: bytes) -> None:
        """Count one block. Raises Unreadable for what no text file of ours has."""
        if not self.first:
            self.first, self.delimiter = block.lstrip(b" \t\r\n")[:1], _delimiter(block)
        _refuse_nul(block, self.breaks, self.name)
        if not block.isascii():
            _refuse_replaced(self.last + block, self.breaks, self.name)
        breaks = _times(b"\n", block)
        rest = len(block) - block.rfind(b"\n") - 1
        self.since_break = rest if breaks else self.since_break + len(block)
        self.breaks += breaks
        _refuse_endless_line(self.first, self.since_break, self.breaks, self.name)
        self.separators += _times(self.delimiter, block)
        self.quotes += _times(b'"', block)
        if returns := _times(b"\r", block):
            self.bare_returns += returns - block.count(b"\r\n")
        self.bare_returns -= self.last.endswith(b"\r") and block.startswith(b"\n")
        self.last = (self.last + block[-2:])[-2:]


def _times(mark: bytes, block: bytes) -> int:
    """How often one byte occurs; where it is frequent, several times faster than bytes.count."""
    return int(np.count_nonzero(np.frombuffer(block, np.uint8) == mark[0]))


def _delimiter(block: bytes) -> bytes:
    """What occurs most in the first line outside quotes; a comma when nothing does."""
    header = re.sub(rb'"[^"]*"', b"", block.lstrip(b" \t\r\n").split(b"\n", 1)[0])
    return max((mark.encode() for mark in DELIMITERS), key=header.count)


def _refuse_nul(block: bytes, lines: int, name: str) -> None:
    place = block.find(b"\0")
    if place >= 0:
        line = lines + block.count(b"\n", 0, place) + 1
        raise Unreadable(
            sentence("line {line} holds a NUL character", line=f"{line:,}"),
            name,
            sentence("the file is damaged or not a text file; export it again"),
        )


def _refuse_replaced(text: bytes, lines: int, name: str) -> None:
    """What stands for a character that an earlier program could not read says that it is lost."""
    place = text.find(_REPLACED)
    if place >= 0:
        line = lines + text.count(b"\n", 0, place) + 1
        raise Unreadable(
            sentence(
                "line {line} holds the replacement character U+FFFD: what stood there was lost"
                " when the file was saved",
                line=f"{line:,}",
            ),
            name,
            sentence("export the file again as UTF-8, from where its characters are whole"),
        )


def _refuse_endless_line(first: bytes, since_break: int, lines: int, name: str) -> None:
    """A JSON array may stand in one line, and its reader bounds each value; nothing else may."""
    if since_break > LONGEST_LINE and first != b"[":
        raise Unreadable(
            sentence(
                "line {line} is longer than {most} KiB",
                line=f"{lines + 1:,}",
                most=f"{LONGEST_LINE // 1024:,}",
            ),
            name,
            sentence("the file is damaged or not one of ours; export it again"),
        )
