"""A landed file's content as clean UTF-8 text: unpacked, decoded, and refused when it lies.

What a file is shows in its bytes (gzip's magic number, a byte order mark), never in its name.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ingest.unpack import Unreadable, blocks, is_gzip, is_zip

LONGEST_LINE = 8 * 1024 * 1024
DELIMITERS = ",\t;"

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
        raise Unreadable("the file is empty", name, "export it again; nothing was loaded")
    mark, encoding = _encoding(first, told)
    whole = _chain(first[len(mark) :], content)
    clean = _as_utf8(whole, name) if encoding == "utf-8" else _recoded(whole, encoding, name)
    copy = work / "content.txt" if packed or mark or encoding != "utf-8" else None
    return _checked(clean, copy or landed, name, keep=copy is not None)


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


def _as_utf8(blocks: Iterator[bytes], name: str) -> Iterator[bytes]:
    """The blocks as they are, once their text is known to be UTF-8."""
    decoder, done = codecs.getincrementaldecoder("utf-8")(), 0
    for block in blocks:
        pending = decoder.getstate()[0]
        if pending or not block.isascii():
            _decode(decoder, block, done, "utf-8", name)
        done += len(block)
        yield block
    _decode(decoder, b"", done, "utf-8", name, final=True)


def _recoded(blocks: Iterator[bytes], encoding: str, name: str) -> Iterator[bytes]:
    decoder, done = codecs.getincrementaldecoder(encoding)(), 0
    for block in blocks:
        yield _decode(decoder, block, done, encoding, name).encode()
        done += len(block)
    yield _decode(decoder, b"", done, encoding, name, final=True).encode()


def _decode(
    decoder: codecs.IncrementalDecoder,
    block: bytes,
    done: int,
    encoding: str,
    name: str,
    final: bool = False,
) -> str:
    try:
        return decoder.decode(block, final)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"the text is not {encoding.upper()}: byte {done + error.start:,} cannot be decoded",
            name,
            "save the file as UTF-8 (or UTF-16 with a byte order mark) and drop it again",
        ) from error


def _checked(content: Iterator[bytes], path: Path, name: str, keep: bool) -> Text:
    """Count what the readers need, refuse what no text file of ours has; copy when asked."""
    counts, first, since_break, last, delimiter = Counter[str](), b"", 0, b"", b","
    target = path.open("wb") if keep else nullcontext()
    with target as copy:
        for block in content:
            if not first:
                first, delimiter = block.lstrip()[:1], _delimiter(block)
            _refuse_nul(block, counts["lines"], name)
            breaks = _times(b"\n", block)
            counts["lines"] += breaks
            counts["returns"] += 0 if counts["lines"] else block.count(b"\r")
            since_break = (
                len(block) - block.rfind(b"\n") - 1 if breaks else since_break + len(block)
            )
            _refuse_endless_line(first, since_break, counts["lines"], name)
            counts["separators"] += _times(delimiter, block)
            counts["quotes"] += _times(b'"', block)
            last = block[-1:] or last
            if copy:
                copy.write(block)
    if not first:
        raise Unreadable("the file holds only blanks", name, "export it again; nothing was loaded")
    if counts["returns"] and not counts["lines"]:
        raise Unreadable(
            "the lines end in a bare carriage return", name, "save it with line feeds (LF or CRLF)"
        )
    lines = counts["lines"] + (last != b"\n")
    return Text(
        path,
        name,
        lines,
        delimiter.decode(),
        counts["separators"],
        counts["quotes"],
        first.decode("latin-1"),
    )


def _times(mark: bytes, block: bytes) -> int:
    """How often one byte occurs; where it is frequent, several times faster than bytes.count."""
    return int(np.count_nonzero(np.frombuffer(block, np.uint8) == mark[0]))


def _delimiter(block: bytes) -> bytes:
    """What occurs most in the first line outside quotes; a comma when nothing does."""
    header = re.sub(rb'"[^"]*"', b"", block.lstrip().split(b"\n", 1)[0])
    return max((mark.encode() for mark in DELIMITERS), key=header.count)


def _refuse_nul(block: bytes, lines: int, name: str) -> None:
    place = block.find(b"\0")
    if place >= 0:
        line = lines + block.count(b"\n", 0, place) + 1
        raise Unreadable(
            f"line {line:,} holds a NUL character",
            name,
            "the file is damaged or not a text file; export it again",
        )


def _refuse_endless_line(first: bytes, since_break: int, lines: int, name: str) -> None:
    """A JSON array may stand in one line, and its reader bounds each value; nothing else may."""
    if since_break > LONGEST_LINE and first != b"[":
        raise Unreadable(
            f"line {lines + 1:,} is longer than {LONGEST_LINE // 1024:,} KiB",
            name,
            "the file is damaged or not one of ours; export it again",
        )
