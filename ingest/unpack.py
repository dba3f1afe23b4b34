"""What a landed file is wrapped in (nothing, gzip, a zip of one file) and its content, bounded.

What a file is shows in its bytes, never in its name. A file inside a zip is read as a stream and
never written under the name it claims.
"""

from __future__ import annotations

import errno
import gzip
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ingest.sentences.form import Sentence, sentence
from warehouse.errors import TrackerError

BLOCK = 4 * 1024 * 1024
LARGEST_UNPACKED = 64 * 1024**3
LARGEST_RATIO = 300
SMALL_UNPACKED = 64 * 1024**2
MOST_MEMBERS = 1000

#: Names in a zip that are no content: folders, and what file managers leave beside it.
_BESIDE = re.compile(r"(^|/)(__MACOSX/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)|/$")
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(^|[/\\])\.\.([/\\]|$)")
_ENCRYPTED = 1
#: What the ways a zip may be packed raise for damaged content.
_DAMAGED = (zipfile.BadZipFile, EOFError, ValueError, zlib.error, lzma.LZMAError)
_WORKBOOK = "xl/workbook.xml"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


class Unreadable(TrackerError):
    """The whole file cannot be read as what it claims to be; none of its rows is loaded."""

    def __init__(self, problem: Sentence, where: str, fix: Sentence) -> None:
        super().__init__(problem, where, fix)


def is_gzip(landed: Path) -> bool:
    """Whether the bytes begin as gzip does."""
    return _starts_with(landed, b"\x1f\x8b")


def is_zip(landed: Path) -> bool:
    """Whether the bytes begin as a zip does; a spreadsheet (.xlsx) is a zip too."""
    return _starts_with(landed, b"PK\x03\x04") or _starts_with(landed, b"PK\x05\x06")


def members(landed: Path, name: str) -> list[str]:
    """The names of the content in a zip, without folders and what file managers add.

    Raises Unreadable for a damaged zip and for names that lead out of it.
    """
    with _zip(landed, name) as archive:
        return [member.filename for member in _content(archive, name)]


def is_spreadsheet(landed: Path, name: str) -> bool:
    """Whether the bytes are an .xlsx workbook.

    Raises Unreadable for a damaged zip, and for a workbook of the old kind or with a password.
    """
    if _starts_with(landed, _OLD_OFFICE):
        raise Unreadable(
            sentence("this is an old .xls workbook, or one with a password"),
            name,
            sentence("save it as .xlsx without a password, or its table as CSV"),
        )
    return is_zip(landed) and _WORKBOOK in members(landed, name)


def refuse_oversized(landed: Path, name: str, most: int) -> None:
    """Refuse a zip whose files together claim more than `most` bytes, or far more than its size.

    A zip cannot unpack to more than it claims: reading ends there.
    """
    with _zip(landed, name) as archive:
        claimed = sum(entry.file_size for entry in archive.infolist())
    packed = landed.stat().st_size
    if claimed > most or claimed > max(packed * LARGEST_RATIO, SMALL_UNPACKED):
        raise Unreadable(
            sentence("it would unpack to {size} bytes", size=f"{claimed:,}"),
            name,
            sentence("save the one table of it as CSV"),
        )


def blocks(landed: Path, name: str) -> Iterator[bytes]:
    """The bytes of the one content of the file, whatever it is wrapped in.

    Raises Unreadable for a damaged wrapping, a bomb, or a zip of more files than one.
    """
    if is_gzip(landed):
        return _gunzipped(landed, name)
    return _unzipped(landed, name) if is_zip(landed) else _plain(landed)


def _starts_with(path: Path, magic: bytes) -> bool:
    with path.open("rb") as handle:
        return handle.read(len(magic)) == magic


def _plain(path: Path) -> Iterator[bytes]:
    with path.open("rb", buffering=0) as handle:
        while block := handle.read(BLOCK):
            yield block


def _gunzipped(path: Path, name: str) -> Iterator[bytes]:
    total = 0
    try:
        with gzip.open(path, "rb") as handle:
            for block in _bounded(handle, path.stat().st_size, name):
                total += len(block)
                yield block
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise Unreadable(
            sentence(
                "the gzip file is cut off or damaged after {size} bytes of content",
                size=f"{total:,}",
            ),
            name,
            sentence("fetch it again; nothing was loaded"),
        ) from error


@contextmanager
def _damage_said(name: str) -> Iterator[None]:
    """What a damaged or strange zip raises, as Unreadable; what the disk raises stays as it is."""
    try:
        yield
    except NotImplementedError as error:
        raise Unreadable(
            sentence("the zip is packed in a way that is not known here: {why}", why=error),
            name,
            sentence("unpack it and drop the file, or zip it again as usual (deflate)"),
        ) from error
    except (*_DAMAGED, OSError) as error:
        if isinstance(error, OSError) and not is_damage(error):
            raise
        raise Unreadable(
            sentence("the zip file is cut off or damaged: {why}", why=error),
            name,
            sentence("fetch it again; nothing was loaded"),
        ) from error


def is_damage(error: OSError) -> bool:
    """Whether the content raised it: bzip2 does, and a seek to before the file; not the disk."""
    return error.errno in (None, errno.EINVAL)


def _zip(path: Path, name: str) -> zipfile.ZipFile:
    with _damage_said(name):
        return zipfile.ZipFile(path)


def _content(archive: zipfile.ZipFile, name: str) -> list[zipfile.ZipInfo]:
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise Unreadable(
            sentence("the zip holds {n} files", n=f"{len(entries):,}"),
            name,
            sentence("zip the one file that is meant"),
        )
    for entry in entries:
        if _OUTSIDE.search(entry.filename):
            raise Unreadable(
                sentence(
                    "the zip holds a file named {entry}, which leads out of it",
                    entry=repr(entry.filename),
                ),
                name,
                sentence("do not trust it; fetch it again from where you know it"),
            )
    return [entry for entry in entries if not _BESIDE.search(entry.filename)]


def _unzipped(path: Path, name: str) -> Iterator[bytes]:
    with _zip(path, name) as archive:
        content = _content(archive, name)
        if len(content) != 1:
            listed = ", ".join(repr(entry.filename) for entry in content[:5])
            raise Unreadable(
                sentence(
                    "the zip holds {n} files: {entries}",
                    n=len(content),
                    entries=listed or "nothing",
                ),
                name,
                sentence("unpack it and drop each file by itself"),
            )
        [entry] = content
        if entry.flag_bits & _ENCRYPTED:
            raise Unreadable(
                sentence("the zip asks for a password"),
                name,
                sentence("unpack it and drop the file"),
            )
        if entry.file_size > _most(path.stat().st_size):
            raise Unreadable(
                sentence("the zip claims to hold {size} bytes", size=f"{entry.file_size:,}"),
                name,
                sentence("unpack it by hand and look inside before loading it"),
            )
        with _damage_said(name), archive.open(entry) as handle:
            yield from _bounded(handle, path.stat().st_size, name)


def _most(packed: int) -> int:
    """How many bytes a file of this packed size may hold."""
    return min(LARGEST_UNPACKED, max(packed * LARGEST_RATIO, SMALL_UNPACKED))


def _bounded(handle: IO[bytes] | gzip.GzipFile, packed: int, name: str) -> Iterator[bytes]:
    total = 0
    while block := handle.read(BLOCK):
        total += len(block)
        if total > _most(packed):
            raise Unreadable(
                sentence(
                    "the file unpacks to more than {times} times its size", times=LARGEST_RATIO
                ),
                name,
                sentence("unpack it by hand and look inside before loading it"),
            )
        yield block
