"""A landed file's content as clean UTF-8 text: unpacked, decoded, and refused when it lies.

What a file is shows in its bytes (gzip's magic number, a byte order mark), never in its name.
"""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import TrackerError

BLOCK = 4 * 1024 * 1024
LONGEST_LINE = 8 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024**3
LARGEST_RATIO = 1000

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Unreadable(TrackerError):
    """The whole file cannot be read as what it claims to be; none of its rows is loaded."""


@dataclass(frozen=True)
class Text:
    """A file of clean UTF-8 text, without byte order mark, NUL or endless line."""

    path: Path
    name: str
    separators: int  # commas in the whole file
    quotes: int  # double quotes in the whole file
    first: str  # its first character that is not blank

    @property
    def is_json(self) -> bool:
        """Whether its first character opens a JSON value."""
        return self.first in "[{"


def read_text(landed: Path, name: str, work: Path) -> Text:
    """Unpack and decode `landed`; plain UTF-8 is used where it lies, else a copy goes to `work`.

    Raises Unreadable with the reason, the place and the fix.
    """
    packed = _starts_with(landed, b"\x1f\x8b")
    blocks = _unpacked(landed, name) if packed else _plain(landed)
    first = next(blocks, b"")
    if not first:
        raise Unreadable("the file is empty", name, "export it again; nothing was loaded")
    mark, encoding = _encoding(first)
    chars = _decoded(_chain(first[len(mark) :], blocks), encoding, name)
    if not packed and not mark and encoding == "utf-8":
        return _checked(chars, landed, name, None)
    clean = work / "content.txt"
    return _checked(chars, clean, name, clean)


def _starts_with(path: Path, magic: bytes) -> bool:
    with path.open("rb") as handle:
        return handle.read(len(magic)) == magic


def _plain(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as handle:
        while block := handle.read(BLOCK):
            yield block


def _unpacked(path: Path, name: str) -> Iterator[bytes]:
    packed, total = path.stat().st_size, 0
    try:
        with gzip.open(path, "rb") as handle:
            while block := handle.read(BLOCK):
                total += len(block)
                if total > LARGEST_UNPACKED or total > packed * LARGEST_RATIO + BLOCK:
                    raise Unreadable(
                        f"the gzip file unpacks to more than {LARGEST_RATIO} times its size",
                        name,
                        "unpack it by hand and look inside before loading it",
                    )
                yield block
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Unreadable(
            f"the gzip file is cut off or damaged after {total:,} bytes of content",
            name,
            "fetch it again; nothing was loaded",
        ) from error


def _encoding(head: bytes) -> tuple[bytes, str]:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return mark, encoding
    pairs = head[:64]
    if len(pairs) >= 4 and len(head) % 2 == 0:
        if not any(pairs[1::2]) and all(pairs[0::2]):
            return b"", "utf-16-le"
        if not any(pairs[0::2]) and all(pairs[1::2]):
            return b"", "utf-16-be"
    return b"", "utf-8"


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _decoded(blocks: Iterator[bytes], encoding: str, name: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    done = 0
    try:
        for block in blocks:
            yield decoder.decode(block)
            done += len(block)
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"the text is not {encoding.upper()}: byte {done + error.start:,} cannot be decoded",
            name,
            "save the file as UTF-8 (or UTF-16 with a byte order mark) and drop it again",
        ) from error


def _checked(chars: Iterator[str], path: Path, name: str, copy_to: Path | None) -> Text:
    separators = quotes = since_break = lines = returns = 0
    first = ""
    target = copy_to.open("w", encoding="utf-8", newline="") if copy_to else None
    try:
        for text in chars:
            first = first or text.lstrip()[:1]
            _refuse_nul(text, lines, name)
            breaks = text.count("\n")
            lines += breaks
            returns += text.count("\r") if not lines else 0
            since_break = len(text) - text.rfind("\n") - 1 if breaks else since_break + len(text)
            _refuse_endless_line(first, since_break, lines, name)
            separators += text.count(",")
            quotes += text.count('"')
            if target:
                target.write(text)
    finally:
        if target:
            target.close()
    if not first:
        raise Unreadable("the file holds only blanks", name, "export it again; nothing was loaded")
    if returns and not lines:
        raise Unreadable(
            "the lines end in a bare carriage return", name, "save it with line feeds (LF or CRLF)"
        )
    return Text(path, name, separators, quotes, first)


def _refuse_nul(text: str, lines: int, name: str) -> None:
    place = text.find("\0")
    if place >= 0:
        line = lines + text.count("\n", 0, place) + 1
        raise Unreadable(
            f"line {line:,} holds a NUL character",
            name,
            "the file is damaged or not a text file; export it again",
        )


def _refuse_endless_line(first: str, since_break: int, lines: int, name: str) -> None:
    """A JSON array may stand in one line, and its reader bounds each value; nothing else may."""
    if since_break > LONGEST_LINE and first != "[":
        raise Unreadable(
            f"line {lines + 1:,} is longer than {LONGEST_LINE // 1024:,} KiB",
            name,
            "the file is damaged or not one of ours; export it again",
        )
