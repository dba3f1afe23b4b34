"""Copies, and writes that survive a power cut: whole under the final name, or not there at all."""

import hashlib
import os
import re
import shutil
import sys
from pathlib import Path


def literal(path: Path) -> str:
    """The path for a reader of DuckDB, which takes *, ? and [] for patterns."""
    return re.sub(r"[*?\[]", r"[\g<0>]", str(path))


def copy(source: Path, target: Path) -> None:
    """Copy a file to a new name; file systems with copy-on-write share the blocks."""
    with source.open("rb", buffering=0) as reader, target.open("xb", buffering=0) as writer:
        size, copied = os.fstat(reader.fileno()).st_size, 0
        try:
            while step := os.copy_file_range(reader.fileno(), writer.fileno(), 1 << 30):
                copied += step
        except (AttributeError, OSError):  # not on this system, or not between these two disks
            copied = 0
        if copied < size:
            reader.seek(0)
            writer.seek(0)
            shutil.copyfileobj(reader, writer, 1 << 22)


def sha256_of(path: Path) -> str:
    """The sha256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def sync_file(path: Path) -> None:
    """Return only when the bytes of the file are on the disk."""
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(folder: Path) -> None:
    """Return only when the names in the folder are on the disk; Windows has no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rename_durably(source: Path, target: Path) -> None:
    """Rename within one file system and return when the new name is on the disk."""
    os.replace(source, target)
    sync_folder(target.parent)
    if source.parent != target.parent:
        sync_folder(source.parent)


def write_durably(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Put the bytes under the name in one step; a reader sees the old file or the new one.

    Each file has one writer at a time, by a lock of its caller; so the next write takes the place
    of a draft that a killed one left. `mode` is what others may do with it, less the umask.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".tmp-{path.name}")
    draft.unlink(missing_ok=True)
    try:
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as handle:
            handle.write(content)
            handle.flush()
            os.fsync(handle.fileno())
        rename_durably(draft, path)
    finally:
        draft.unlink(missing_ok=True)
