"""Where the next page is: by a number in the address, or by a link in the answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from ingest.config import Source
from ingest.fetching.address import with_query


def next_address(
    source: Source, asked: str, page: Path, number: int, own: Mapping[str, str]
) -> str | None:
    """The address of the page after this one, or None when the source has no more or no rule.

    A source that counts its pages says itself that there are no more, with an empty one. `own` are
    parameters that every address of it needs, whatever its links say. Raises ValueError for a link
    that is no address: there is more, and it cannot be had.
    """
    if source.page:
        return with_query(asked, {source.page: str(number + 1)})
    if not source.next:
        return None
    try:
        value: Any = json.loads(page.read_bytes())
    except (ValueError, RecursionError):
        return None
    for key in source.next.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    if not value:
        return None
    if not isinstance(value, str):
        raise ValueError(f"'{source.next}' is no text")
    return with_query(urljoin(asked, value), own)
