"""What an answer depends on, as its ETag: who holds that answer already need not get it again."""

import hashlib
from datetime import date

from starlette.requests import Request

#: Part of every ETag, to be raised when answers change their shape.
SHAPE = 2


def etag(version: str, day: date, *asked: object) -> str:
    """Equal ETags, equal answers: by version, day, and all that was asked."""
    rest = repr((SHAPE, *asked))
    digest = hashlib.sha256(rest.encode("utf-8", "replace")).hexdigest()[:16]
    return f'W/"{version}-{day.isoformat()}-{digest}"'


def held(request: Request) -> set[str]:
    """The ETags of the answers that the asker has, or `*`."""
    listed = request.headers.get("if-none-match", "")
    return {part.strip() for part in listed.split(",")}
