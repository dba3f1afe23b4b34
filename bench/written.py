"""Writes what was measured into a document, between the marks of its section, with the machine."""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).parent.parent
_MARKS = r"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)"
_MODEL = re.compile(r"^model name\s*:\s*(.+)$", re.M)
_MEMORY = re.compile(r"^MemTotal:\s*(\d+) kB$", re.M)


def section(document: str, name: str, text: str) -> None:
    """Put the text between `<!-- name -->` and `<!-- /name -->` of docs/`document`."""
    path, before = has_section(document, name)
    marks = re.compile(_MARKS.format(name=name), re.S)
    path.write_text(marks.sub(lambda _found: f"\n{text.strip()}\n\n", before), encoding="utf-8")


def has_section(document: str, name: str) -> tuple[Path, str]:
    """The path and the text of docs/`document`; ends the program when the section is not there.

    Asked before hours of measuring.
    """
    path = PROJECT / "docs" / document
    text = path.read_text(encoding="utf-8")
    if len(re.findall(_MARKS.format(name=name), text, re.S)) != 1:
        raise SystemExit(f"{path} has no section {name}")
    return path, text


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], left: int = 1) -> str:
    """A table of Markdown; all columns but the first to the right, or but so many."""
    lines = [columns, [*["---"] * left, *["---:"] * (len(columns) - left)], *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines) + "\n"


def machine(busy: float | None = None) -> str:
    """Day, processor, memory and system; and how busy it was, at the beginning and now."""
    told = (
        f"Measured on {datetime.now(UTC):%d %B %Y}, {os.cpu_count()} cores of {_processor()},"
        f" {_memory()} GB of memory, {platform.system()} {platform.release().split('-')[0]},"
        f" Python {platform.python_version()}."
    )
    if busy is None:
        return told
    return told + (
        f" {busy:.1f} processes wanted the cores when it began, {load():.1f} when it ended, these"
        " among them."
    )


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return os.getloadavg()[0]


def _processor() -> str:
    found = _MODEL.search(_text("/proc/cpuinfo"))
    return " ".join(found[1].split()) if found else platform.machine()


def _memory() -> str:
    found = _MEMORY.search(_text("/proc/meminfo"))
    return f"{int(found[1]) / 1e6:.0f}" if found else "?"


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
