"""Why a person is to look at an answer before it counts: an error page, nothing, too little.

An amount is counted without reading the format: the objects of a JSON text, the lines of another.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ingest.sentences import reasons
from ingest.sentences.form import Sentence
from ingest.unpack import Unreadable, blocks

LARGEST_LOOKED_INTO = 4 * 1024 * 1024

EMPTY = reasons.NO_RECORDS()

_PAGES = (b"<!doctype html", b"<html")
_NO_DATA = ("text/html", "application/xhtml", "application/pdf", "image/", "video/", "audio/")


def records(path: Path, name: str) -> int | None:
    """How many records a file holds, roughly but always alike; None when that cannot be told."""
    counted, start = 0, b""
    try:
        for block in blocks(path, name):
            start = start or _beginning(block)
            counted += block.count(b"{" if start[:1] in (b"[", b"{") else b"\n")
    except Unreadable:
        return None
    return counted


def doubt(path: Path, name: str, content_type: str, one_page: bool = True) -> Sentence | None:
    """What is wrong with an answer by itself, or None."""
    try:
        start = next(blocks(path, name), b"")
    except Unreadable:
        return None  # damaged or hostile: reading it says what is wrong
    told = content_type.partition(";")[0].strip().lower()
    if _beginning(start).startswith(_PAGES):
        return reasons.WEB_PAGE()
    if told.startswith(_NO_DATA):
        return reasons.NO_DATA(type=told)
    content = _json(path)
    if isinstance(content, dict) and (content.get("error") or content.get("errors")):
        return reasons.ERROR_TOLD(said=json.dumps(content, ensure_ascii=False)[:200])
    if one_page and is_empty(path, start):
        return EMPTY
    return None


def too_little(count: int | None, due: int | None) -> Sentence | None:
    """Whether an address brought less than half of what it brought before."""
    if count is None or due is None or count * 2 >= due:
        return None
    return reasons.TOO_LITTLE(n=f"{count:,}", due=f"{due:,}")


def is_empty(path: Path, start: bytes) -> bool:
    """Whether an answer is a list of nothing, or a header without a line below."""
    if not start.strip():
        return True
    if _beginning(start)[:1] not in (b"[", b"{"):
        return len(start) < LARGEST_LOOKED_INTO and not start.strip().count(b"\n")
    content = _json(path)
    if content is None:
        return False
    lists = _lists(content)
    if lists:
        return not any(lists)
    return isinstance(content, dict) and (not content or {} in content.values())


def _beginning(block: bytes) -> bytes:
    """The first characters that are no mark and no blank, in lower case; UTF-16 as UTF-8."""
    return block[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()


def _json(path: Path) -> Any:
    """A small JSON text's value, else None."""
    if path.stat().st_size > LARGEST_LOOKED_INTO:
        return None
    try:
        return json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        return None


def _lists(value: Any, depth: int = 3) -> list[list[Any]]:
    """The outermost lists of a JSON value."""
    if isinstance(value, list):
        return [value]
    if not isinstance(value, dict) or not depth:
        return []
    return [found for item in value.values() for found in _lists(item, depth - 1)]
