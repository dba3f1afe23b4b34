"""The statements of a text: each as written, and each query alone in its place."""

from __future__ import annotations

import re
from itertools import pairwise

from warehouse.asking.rules import words

SETTING = ("set", "use")  #: how statements begin that count for those after them


def split(text: str) -> tuple[list[str], str]:
    """The statements that have come to their semicolon, and what is left after them."""
    *parts, rest = _parts(text)
    return [part.removesuffix(";") for part in parts if words(part.removesuffix(";"))], rest


def queries(text: str) -> list[str]:
    """Each query of a text alone, after what was set before it; the text itself if it is one.

    The other queries are blanks, so that a place in a query is its place in the text.
    """
    kept, found = "", []
    for part in _parts(text):
        first = next((word.name for word in words(part) if word.sign != ";"), None)
        if first in SETTING:
            kept += part
            continue
        if first is not None:
            found.append(kept + part)
        kept += re.sub(r"[^\n]", " ", part)
    return found if len(found) > 1 else [text]


def _parts(text: str) -> list[str]:
    """The text cut behind each semicolon of its own; the last part has none."""
    written = text.encode()
    ends = [word.start + 1 for word in words(text) if word.sign == ";"]
    return [written[a:b].decode() for a, b in pairwise([0, *ends, len(written)])]
