"""Runs a process with a layer between it and the file system: every step recorded, or one failing.

The layer (layer.c) is preloaded, so it sees the writes of DuckDB and Polars as well as Python's.
"""

from __future__ import annotations

import atexit
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

SOURCE = Path(__file__).with_name("layer.c")
HEAD = struct.Struct("<QQIIc7x")
#: What a step did, by the letter the layer writes.
CREATED, MADE, WROTE, SIZED, SYNCED = "C", "M", "W", "T", "S"
RENAMED, UNLINKED, SYMLINKED, LINKED, UNSEEN = "R", "U", "L", "H", "?"
#: Not of the file system: a file was opened, a call met the fault.
OPENED, MET = "O", "F"


@dataclass(frozen=True)
class Step:
    """One call that changed something below the folder, or made it lasting."""

    kind: str
    inode: int
    offset: int  # of a write; of a change of size the size
    path: str
    data: bytes  # what was written; of a rename or a link the other path


def compiler() -> str | None:
    """A C compiler, where the machine has one and can preload what it makes."""
    return shutil.which("cc") if os.uname().sysname == "Linux" else None


@cache
def library() -> Path:
    """The layer, compiled once a process, and gone with it."""
    made = Path(mkdtemp(prefix="tracker-layer-")) / "layer.so"
    atexit.register(shutil.rmtree, made.parent, ignore_errors=True)
    cc = compiler()
    assert cc
    subprocess.run([cc, "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl"], check=True)
    return made


def watched(
    root: Path,
    *,
    log: Path | None = None,
    at: int = 0,
    fault: int | str = "",
    stays: bool = False,
    opens: bool = False,
) -> dict[str, str]:
    """The environment of a process that is watched, or meets a fault at one of its steps."""
    told = {"LD_PRELOAD": str(library()), "TORTURE_ROOT": str(root)}
    if log:
        told["TORTURE_LOG"] = str(log)
    if at:
        told |= {"TORTURE_AT": str(at), "TORTURE_FAULT": str(fault)}
    return told | {"TORTURE_STAYS": str(int(stays)), "TORTURE_OPENS": str(int(opens))}


def steps(log: Path) -> Iterator[Step]:
    """Every step of a recording, in the order the file system took them."""
    if not log.exists():
        return
    with log.open("rb") as handle:
        while head := handle.read(HEAD.size):
            inode, offset, path_size, data_size, kind = HEAD.unpack(head)
            path, data = handle.read(path_size), handle.read(data_size)
            yield Step(kind.decode(), inode, offset, path.decode(), data)
