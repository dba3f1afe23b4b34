"""The file of the log of acts: lines that are only added, each with the hash of all before it.

A line is on the disk, whole, before the next step is taken. What a killed process left of one
counts as not written, and the next line takes its place.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from filelock import Timeout

from warehouse import clock
from warehouse.errors import Busy, TrackerError
from warehouse.files import sync_folder
from warehouse.locks import held
from warehouse.paths import Store

LOCK = "acts.lock"
LOCK_SECONDS = 10
LONGEST = 300
#: No line is longer, by far; so the newest acts stand in the end of the file.
TAIL = 1 << 18
_CHAIN = ', "chain": "'
_HASH = 32


def add(store: Store, line: dict[str, Any]) -> None:
    """Add one line and return when it is on the disk.

    Raises TrackerError when it cannot be written; then nothing of it is left.
    """
    moment = clock.now().isoformat(timespec="microseconds")
    said = {"moment": moment, **{key: _short(word) for key, word in line.items()}}
    try:
        store.acts.parent.mkdir(parents=True, exist_ok=True)
        store.state.mkdir(parents=True, exist_ok=True)
        with held(store.state / LOCK, LOCK_SECONDS):
            _append(store.acts, said)
    except Timeout as error:
        fix = "Try it again."
        raise Busy("The log of acts is being written by another", str(store.acts), fix) from error
    except OSError as error:
        raise TrackerError(
            f"It cannot be written down who does what: {error.strerror or error}",
            str(store.acts),
            "Nothing is done that is not written down: free disk space, or let this user write "
            "there, and do it again.",
        ) from error


def _short(word: Any) -> Any:
    """A text on one line and not without end; what is no UTF-8 is spelt out."""
    if not isinstance(word, str):
        return word
    text = word.encode("utf-8", "backslashreplace").decode()
    text = "".join(letter if letter.isprintable() else " " for letter in text).strip()
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _append(path: Path, said: dict[str, Any]) -> None:
    is_new = not path.exists()
    with path.open("ab+" if is_new else "rb+") as handle:
        size = _whole(handle)
        last = _tail(handle, size)[-1:]
        no, chain = (number_of(last[0]), _chain(last[0])) if last else (0, "")
        text = json.dumps({"no": no + 1, **said}, ensure_ascii=False)[:-1]
        line = f'{text}{_CHAIN}{_hash(chain, text)}"}}\n'
        try:
            handle.truncate(size)  # what a killed process left of its line was never written
            handle.seek(size)
            handle.write(line.encode())
            handle.flush()
            os.fsync(handle.fileno())
        except OSError:
            with suppress(OSError):
                os.truncate(path, size)
            raise
    if is_new:
        sync_folder(path.parent)
        sync_folder(path.parent.parent)


def _whole(handle: IO[bytes]) -> int:
    """How many bytes of the file are whole lines."""
    size = handle.seek(0, os.SEEK_END)
    handle.seek(max(0, size - TAIL))
    tail = handle.read()
    return size - len(tail) + tail.rfind(b"\n") + 1


def _tail(handle: IO[bytes], size: int) -> list[bytes]:
    """The last whole lines up to that size; the first may be cut off."""
    handle.seek(max(0, size - TAIL))
    return handle.read(min(size, TAIL)).splitlines()


def number_of(line: bytes) -> int:
    """The number of a line; of one that is damaged 0, which `damage` finds."""
    try:
        return int(json.loads(line)["no"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0


def _chain(line: bytes) -> str:
    return line.decode("utf-8", "replace").rpartition(_CHAIN)[2][:_HASH]


def _hash(before: str, text: str) -> str:
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()[:_HASH]


def read(store: Store) -> bytes:
    """Every whole line of the log; nothing when there is none.

    Raises OSError when it is there and cannot be read.
    """
    try:
        content = store.acts.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return b""
    return content[: content.rfind(b"\n") + 1]


def ending(store: Store) -> bytes:
    """The newest lines; the first may be cut off."""
    try:
        with store.acts.open("rb") as handle:
            return b"\n".join(_tail(handle, _whole(handle)))
    except OSError:
        return b""


def damage(store: Store) -> Iterator[TrackerError]:
    """The first line of the log that is not as it was written: all after it is in doubt."""
    chain = ""
    for number, line in enumerate(read(store).splitlines(), start=1):
        text = line.decode("utf-8", "replace").rpartition(_CHAIN)[0]
        if _chain(line) != _hash(chain, text) or number_of(line) != number:
            yield TrackerError(
                f"Line {number:,} of the log of acts is not as it was written",
                str(store.acts),
                "Take the file from a backup; no figure depends on it.",
            )
            return
        chain = _chain(line)
